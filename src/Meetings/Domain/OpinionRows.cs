using Platform.Kernel.Data;

namespace Platform.Meetings.Domain;

/// <summary>By what a concern was clarified: 走访, 焦点访谈, or a reply.</summary>
public enum ClarificationKind { Visit, Interview, Reply }

/// <summary>One answer of a person in a round. Only ever added; its words alone may go, when the person's data is erased, which is why the account may change it.</summary>
public sealed class OpinionTurn : TenantRow
{
    private OpinionTurn() { }

    internal OpinionTurn(Guid opinionId, int turn, Stand stand, string? text, AnswerChannel channel, Guid by, DateTimeOffset at) =>
        (OpinionId, Turn, Stand, Text, Channel, EnteredBy, At) = (opinionId, turn, stand, text, channel, by, at);

    public Guid OpinionId { get; private init; }
    public int Turn { get; private init; }
    public Stand Stand { get; private init; }
    public string? Text { get; private set; }
    public AnswerChannel Channel { get; private init; }

    /// <summary>The person, or staff who typed it in.</summary>
    public Guid EnteredBy { get; private init; }

    public DateTimeOffset At { get; private init; }

    public void Forget() => Text = Text is null ? null : "";
}

/// <summary>How a concern was clarified. Only ever added.</summary>
[AppendOnly]
public sealed class Clarification : TenantRow
{
    private Clarification() { }

    internal Clarification(Guid opinionId, ClarificationKind kind, string? words, Guid? interviewId, Guid by, DateTimeOffset at) =>
        (OpinionId, Kind, Words, InterviewId, By, At) = (opinionId, kind, words, interviewId, by, at);

    public Guid OpinionId { get; private init; }
    public ClarificationKind Kind { get; private init; }

    /// <summary>What the author reads; null for an interview, whose record few may read.</summary>
    public string? Words { get; private init; }

    public Guid? InterviewId { get; private init; }
    public Guid By { get; private init; }
    public DateTimeOffset At { get; private init; }
}

/// <summary>
/// A focus interview 焦点访谈 with a group. Confidential: the group, what it is content with and objects to, what was clarified and agreed lie in
/// one sealed paper, read by those who run it and the street's officers alone. It stands in no fact and in no history.
/// </summary>
public sealed class FocusInterview : Aggregate
{
    private FocusInterview() { }

    public FocusInterview(Guid planId, DateOnly on, string paper, Guid by, DateTimeOffset now) =>
        (PlanId, On, Paper, RecordedBy, RecordedAt) = (planId, on, paper, by, now);

    public Guid PlanId { get; private init; }
    public DateOnly On { get; private init; }

    /// <summary>Encrypted.</summary>
    public string Paper { get; private init; } = "";

    public Guid RecordedBy { get; private init; }
    public DateTimeOffset RecordedAt { get; private init; }
}
