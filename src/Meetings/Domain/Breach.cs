using Platform.Kernel.Data;

namespace Platform.Meetings.Domain;

/// <summary>Which rule of the meeting's version was not kept.</summary>
public enum Rule { Notice, Quorum, SeatClass, SpeakingTime, Floor, MinutesApproval, ConvenorTraining }

/// <summary>
/// That a rule 议事规则 was not kept, and why that was let pass where somebody answered for it. Append-only, for the service's account too:
/// a step may be skipped only on record.
/// </summary>
[AppendOnly]
public sealed class Breach : TenantRow
{
    private Breach() { }

    internal Breach(Meeting meeting, Rule rule, int needed, int given, DateTimeOffset at, string? waiver = null, SeatClass? seat = null) =>
        (MeetingId, BodyId, AreaId, RuleSetId, Rule, Needed, Given, At, Waiver, Seat) =
        (meeting.Id, meeting.BodyId, meeting.AreaId, meeting.RuleSetId, rule, needed, given, at, waiver, seat);

    public Guid MeetingId { get; private init; }
    public Guid BodyId { get; private init; }
    public Guid AreaId { get; private init; }

    /// <summary>The version that the meeting was held under.</summary>
    public Guid? RuleSetId { get; private init; }

    public Rule Rule { get; private init; }

    /// <summary>What the rules ask: days of notice, heads, seats of a class, seconds of speech; 1 where they ask for a thing to be done.</summary>
    public int Needed { get; private init; }

    /// <summary>What there was of it.</summary>
    public int Given { get; private init; }

    /// <summary>The class that was missing, where it is about one.</summary>
    public SeatClass? Seat { get; private init; }

    /// <summary>Why it was right all the same; null for what just happened.</summary>
    public string? Waiver { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>What a concluded meeting lacked of its quorum, by heads and by class.</summary>
    internal static IEnumerable<Breach> OfQuorum(Meeting meeting, Quorum quorum, DateTimeOffset at)
    {
        if (quorum.Present < quorum.Needed) yield return new Breach(meeting, Rule.Quorum, quorum.Needed, quorum.Present, at);
        foreach (var missing in quorum.Classes.Where(x => x.Present < x.Needed))
            yield return new Breach(meeting, Rule.SeatClass, missing.Needed, missing.Present, at, seat: missing.Class);
    }
}
