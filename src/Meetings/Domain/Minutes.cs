using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>Where minutes are on their way to the board.</summary>
public enum MinutesState { Draft, InReview, Approved, Published }

/// <summary>
/// The minutes 会议纪要 of a meeting; the id is the meeting's. An aggregate of their own, so that whoever writes while votes are taken
/// collides with other writers only. Another word written takes an approval away.
/// </summary>
public sealed class Minutes : Aggregate
{
    private readonly List<MinutesStep> _steps = [];

    private Minutes() { }

    public Minutes(Guid meetingId) => Id = meetingId;

    public string Text { get; private set; } = "";
    public MinutesState State { get; private set; }

    /// <summary>Everybody who wrote at them: none of these approves.</summary>
    public List<Guid> Writers { get; private set; } = [];

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The last day of their publication 公示.</summary>
    public DateOnly? PostedUntil { get; private set; }

    /// <summary>Handed in, approved or sent back: by whom, with which words.</summary>
    public IReadOnlyList<MinutesStep> Steps => _steps;

    /// <exception cref="RefusedException">They are public.</exception>
    public void Write(string text, Guid by)
    {
        if (State is MinutesState.Published) throw new RefusedException(MeetingRefusals.MinutesArePublic);
        // A browser's form ends lines in its own way; what is kept is the same from wherever it was typed.
        text = text.ReplaceLineEndings("\n");
        if (text == Text) return;
        (Text, State) = (text, MinutesState.Draft);
        if (!Writers.Contains(by)) Writers = [.. Writers, by];
    }

    /// <summary>The draft is done: somebody else is to read it.</summary>
    /// <exception cref="RefusedException">Nothing is written, or they are public.</exception>
    public void HandIn(Guid by, DateTimeOffset now)
    {
        if (State is MinutesState.Published) throw new RefusedException(MeetingRefusals.MinutesArePublic);
        if (string.IsNullOrWhiteSpace(Text)) throw new RefusedException(MeetingRefusals.MinutesEmpty);
        Step(MinutesState.InReview, by, null, now);
    }

    /// <exception cref="RefusedException">Nobody handed them in, or it is their writer who approves.</exception>
    public void Approve(Guid by, string? words, DateTimeOffset now)
    {
        if (State is not MinutesState.InReview) throw new RefusedException(RoomRefusals.NotInReview);
        if (Writers.Contains(by)) throw new RefusedException(RoomRefusals.OwnApproval);
        Step(MinutesState.Approved, by, words, now);
    }

    /// <exception cref="RefusedException">Nobody handed them in.</exception>
    public void SendBack(Guid by, string words, DateTimeOffset now)
    {
        if (State is not (MinutesState.InReview or MinutesState.Approved)) throw new RefusedException(RoomRefusals.NotInReview);
        Step(MinutesState.Draft, by, words, now);
    }

    /// <exception cref="RefusedException">Nothing is written, or nobody approved what the rules want approved and nobody says why that is right.</exception>
    public void Publish(DateTimeOffset now, DateOnly today, Rules rules, string? waiver)
    {
        if (string.IsNullOrWhiteSpace(Text)) throw new RefusedException(MeetingRefusals.MinutesEmpty);
        if (Lacks(rules) && string.IsNullOrWhiteSpace(waiver)) throw new RefusedException(RoomRefusals.NotApproved);
        (PublishedAt, PostedUntil, State) = (now, today.AddDays(rules.PublicationDays), MinutesState.Published);
    }

    /// <summary>Whether an approval that the rules ask for is missing.</summary>
    public bool Lacks(Rules rules) => rules.MinutesApproved && State is not (MinutesState.Approved or MinutesState.Published);

    private void Step(MinutesState to, Guid by, string? words, DateTimeOffset now)
    {
        State = to;
        _steps.Add(new MinutesStep(to, by, words, now));
    }
}

/// <summary>A step of the minutes' approval 审签.</summary>
[AppendOnly]
public sealed class MinutesStep : TenantRow
{
    private MinutesStep() { }

    internal MinutesStep(MinutesState to, Guid by, string? words, DateTimeOffset at) => (To, By, Words, At) = (to, by, words, at);

    public Guid MinutesId { get; private init; }
    public MinutesState To { get; private init; }
    public Guid By { get; private init; }
    public string? Words { get; private init; }
    public DateTimeOffset At { get; private init; }
}
