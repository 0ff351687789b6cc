using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>Meetings that a series plans. What staff changed is theirs: the series follows only what is still as it planned it.</summary>
public sealed partial class Meeting
{
    /// <summary>The series that planned it.</summary>
    public Guid? SeriesId { get; private init; }

    /// <summary>The day of the series' rule that it is for, wherever it was moved.</summary>
    public DateOnly? SeriesDay { get; private init; }

    /// <summary>How long it is to take; null where nobody said.</summary>
    public int? Minutes { get; private init; }

    // The version that the series left it in.
    private int? SeriesVersion { get; set; }

    /// <summary>Whether nobody but its series has touched it.</summary>
    public bool IsAsPlanned => State is MeetingState.Planned && SeriesVersion == Version;

    /// <summary>The meeting of one day of a series, with what stands on every agenda.</summary>
    public static Meeting Of(Series series, Occurrence occurrence)
    {
        var meeting = new Meeting
        {
            BodyId = series.BodyId, BodyKind = series.BodyKind, AreaId = series.AreaId, Level = series.Level, StartsAt = occurrence.StartsAt,
            Place = series.Place, SeriesId = series.Id, SeriesDay = occurrence.Day, Minutes = series.Minutes, SeriesVersion = 1,
        };
        foreach (var title in series.StandingItems) meeting.Add(new AgendaItem(meeting._items.Count + 1, title, null, standing: true));
        return meeting;
    }

    /// <summary>The series moved this day.</summary>
    /// <returns>Whether it changed.</returns>
    public bool Follow(DateTimeOffset startsAt)
    {
        if (!IsAsPlanned || StartsAt == startsAt) return false;
        (StartsAt, SeriesVersion) = (startsAt, Version + 1);
        return true;
    }

    /// <summary>The series called this day off, or ended before it.</summary>
    /// <returns>Whether it changed.</returns>
    /// <exception cref="RefusedException">Never: what is as planned can be cancelled.</exception>
    public bool CalledOff(string reason)
    {
        if (!IsAsPlanned) return false;
        Cancel(reason);
        return true;
    }
}
