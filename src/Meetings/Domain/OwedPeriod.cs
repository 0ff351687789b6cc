using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Data;

namespace Platform.Meetings.Domain;

/// <summary>A meeting of a period, as far as the cadence asks.</summary>
/// <param name="Present">The seat classes that somebody was there for.</param>
public sealed record MeetingInPeriod(Guid Id, MeetingState State, DateTimeOffset HeldAt, string? Reason, IReadOnlyCollection<SeatClass> Present)
{
    public bool WasHeld => State is MeetingState.Concluded or MeetingState.MinutesPublished;
}

/// <summary>
/// A period in which a body owed a meeting, and whether it was kept. Judged once, when it is over, and never again: the unique index over series
/// and period is what makes a missed one be said once.
/// </summary>
public sealed class OwedPeriod : Aggregate
{
    private static readonly SeatClass[] Required = [SeatClass.OwnersCommittee, SeatClass.PropertyManager, SeatClass.Residents];

    private OwedPeriod() { }

    public Guid SeriesId { get; private init; }
    public Guid BodyId { get; private init; }
    public BodyKind BodyKind { get; private init; }
    public Guid AreaId { get; private init; }
    public DateOnly From { get; private init; }

    /// <summary>The last day.</summary>
    public DateOnly To { get; private init; }

    /// <summary>The meeting that kept it, or that came nearest.</summary>
    public Guid? MeetingId { get; private init; }

    /// <summary>Why it counts as missed; null where it was kept.</summary>
    public MissedBecause? Because { get; private init; }

    /// <summary>Official words on why no meeting was held.</summary>
    public string? Reason { get; private init; }

    /// <summary>Kept without these: required parties of a Red Council that nobody was there for.</summary>
    public SeatClass[] Absent { get; private init; } = [];

    public DateTimeOffset JudgedAt { get; private init; }

    public bool IsKept => Because is null;

    /// <summary>A Red Council counts where the party branch was there; any other meeting where it was held and ended.</summary>
    /// <param name="series">What owed it.</param>
    /// <param name="period">Over already.</param>
    /// <param name="meetings">The body's meetings of the period.</param>
    /// <param name="cancelled">Why a date of the series in the period was called off, where one was.</param>
    /// <param name="now">When it is judged.</param>
    public static OwedPeriod Judge(Series series, Period period, IReadOnlyList<MeetingInPeriod> meetings, string? cancelled, DateTimeOffset now)
    {
        var needsBranch = series.BodyKind is BodyKind.RedCouncil;
        var held = meetings.Where(x => x.WasHeld).OrderByDescending(x => x.Present.Count).ThenBy(x => x.HeldAt).ToList();
        var kept = held.Find(x => !needsBranch || x.Present.Contains(SeatClass.Branch));
        var near = kept ?? (held.Count > 0 ? held[0] : null) ?? meetings.OrderBy(x => x.HeldAt).FirstOrDefault(x => x.State is not MeetingState.Cancelled) ?? (meetings.Count > 0 ? meetings[0] : null);
        MissedBecause? because = kept is not null ? null
            : held.Count > 0 ? MissedBecause.BranchAbsent
            : near is { State: not MeetingState.Cancelled } ? MissedBecause.NotHeld
            : near is not null || cancelled is not null ? MissedBecause.Cancelled : MissedBecause.NoMeeting;
        return new OwedPeriod
        {
            SeriesId = series.Id, BodyId = series.BodyId, BodyKind = series.BodyKind, AreaId = series.AreaId, From = period.From, To = period.To,
            MeetingId = near?.Id, Because = because, Reason = kept is null ? near?.Reason ?? cancelled : null, JudgedAt = now,
            Absent = kept is not null && needsBranch ? [.. Required.Where(x => !kept.Present.Contains(x))] : [],
        };
    }
}
