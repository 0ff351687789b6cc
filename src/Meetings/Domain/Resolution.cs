using Platform.Contracts.Actions.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>How far an action of a resolution is.</summary>
public enum FollowUpState { Open, Done, Declined }

/// <summary>A resolution 决议: what was decided, why, and who is to do what by when. Official text, decided in public.</summary>
public sealed class Resolution : Aggregate, IHasReceipt
{
    private readonly List<FollowUp> _actions = [];

    private Resolution() { }

    public Guid MeetingId { get; private init; }
    public Guid ItemId { get; private init; }
    public Guid BodyId { get; private init; }
    public Guid AreaId { get; private init; }
    public Guid? IssueId { get; private init; }
    public string? ReceiptNumber { get; private init; }
    public string Text { get; private init; } = "";
    public string Reasons { get; private init; } = "";
    public DateTimeOffset AdoptedAt { get; private init; }
    public IReadOnlyList<FollowUp> Actions => _actions;

    /// <summary>When the body looks again at what came of it; null never, or not any more.</summary>
    public DateOnly? ReviewOn { get; private set; }

    /// <summary>What it found when it looked last.</summary>
    public string? ReviewWords { get; private set; }

    public DateTimeOffset? ReviewedAt { get; private set; }

    /// <summary>Of an item that the meeting has resolved.</summary>
    /// <exception cref="RefusedException">An action is due before today.</exception>
    public static Resolution Of(Meeting meeting, AgendaItem item, string text, string reasons, IEnumerable<ResolvedAction> actions, DateTimeOffset now, DateOnly today)
    {
        var resolution = new Resolution
        {
            MeetingId = meeting.Id, ItemId = item.Id, BodyId = meeting.BodyId, AreaId = meeting.AreaId, IssueId = item.IssueId,
            ReceiptNumber = item.ReceiptNumber, Text = text, Reasons = reasons, AdoptedAt = now,
        };
        resolution._actions.AddRange(actions.Select(x => new FollowUp(x, item.IssueId, item.ReceiptNumber)));
        if (resolution._actions.Any(x => x.DueOn < today)) throw new RefusedException(MeetingRefusals.DueInThePast);
        return resolution;
    }

    /// <summary>The body looks at it again on that day; never where none is said.</summary>
    /// <exception cref="RefusedException">Before tomorrow.</exception>
    public void LookAgain(DateOnly? on, DateOnly today)
    {
        if (on <= today) throw new RefusedException(RoomRefusals.ReviewInThePast);
        ReviewOn = on;
    }

    /// <summary>The body has looked: what it found, and whether it looks once more.</summary>
    /// <exception cref="RefusedException">No review was set.</exception>
    public void Review(string words, DateOnly? next, DateOnly today, DateTimeOffset now)
    {
        if (ReviewOn is null) throw new RefusedException(RoomRefusals.ReviewNotDue);
        LookAgain(next, today);
        (ReviewWords, ReviewedAt) = (words, now);
    }
}

/// <summary>An action 行动项 on the follow-up board. Whoever has it in hand tells by event how it ended.</summary>
public sealed class FollowUp : TenantRow
{
    private FollowUp() { }

    internal FollowUp(ResolvedAction action, Guid? issueId, string? receiptNumber) =>
        (Id, Kind, What, AreaId, DueOn, IssueId, ReceiptNumber) = (action.ActionId, action.Kind, action.What, action.AreaId, action.DueOn, issueId, receiptNumber);

    public Guid ResolutionId { get; private init; }
    public ActionKind Kind { get; private init; }
    public string What { get; private init; } = "";
    public Guid AreaId { get; private init; }
    public DateOnly DueOn { get; private init; }
    public Guid? IssueId { get; private init; }
    public string? ReceiptNumber { get; private init; }
    public FollowUpState State { get; private set; }

    /// <summary>The official reason of those who declined.</summary>
    public string? Reason { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>The later word counts: two services may speak of it, and their facts come in any order.</summary>
    public void Settle(FollowUpState state, string? reason, DateTimeOffset at)
    {
        if (SettledAt > at) return;
        (State, Reason, SettledAt) = (state, reason, at);
    }
}
