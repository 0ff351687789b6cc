using Platform.Contracts.Actions.V1;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>A vote as it stands or ended.</summary>
/// <param name="Cast">How many have voted so far.</param>
/// <param name="Passed">Null while it is open.</param>
public sealed record VoteView(
    Guid Id, int Round, Majority Majority, string? Question, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, int Cast, int For, int Against, int Abstain, bool? Passed)
{
    internal static VoteView Of(Vote vote, int cast) =>
        new(vote.Id, vote.Round, vote.Majority, vote.Question, vote.OpenedAt, vote.ClosedAt, vote.IsOpen ? cast : vote.Result.TakingPart,
            vote.For, vote.Against, vote.Abstain, vote.Passed);
}

/// <summary>An agenda item.</summary>
/// <param name="Title">A free item's own, or its issue's; null while Issues does not tell.</param>
/// <param name="Note">Why it left the agenda, or that its issue is gone.</param>
public sealed record ItemView(
    Guid Id, int Position, Guid? IssueId, string? ReceiptNumber, string? Title, string? Text, Outcome Outcome, LeftBecause? Note, string? Reason,
    IReadOnlyList<VoteView> Votes, Guid? ResolutionId)
{
    /// <summary>The plan that it is about.</summary>
    public Guid? PlanId { get; init; }

    /// <summary>What staff made of the online discussion before the meeting, for its minutes.</summary>
    public string? DiscussionSummary { get; init; }

    internal static ItemView Of(AgendaItem item, string? title, string? text, IReadOnlyDictionary<Guid, int> cast, Guid? resolution) =>
        new(item.Id, item.Position, item.IssueId, item.ReceiptNumber, title, text, item.Outcome, item.Note, item.Reason,
            [.. item.Votes.OrderBy(x => x.Round).Select(x => VoteView.Of(x, cast.GetValueOrDefault(x.Id)))], resolution) { PlanId = item.PlanId };
}

/// <summary>An action of a resolution and how far it is.</summary>
public sealed record ActionView(
    Guid Id, ActionKind Kind, string What, Guid AreaId, DateOnly DueOn, FollowUpState State, string? Reason, DateTimeOffset? SettledAt)
{
    internal static ActionView Of(FollowUp action) =>
        new(action.Id, action.Kind, action.What, action.AreaId, action.DueOn, action.State, action.Reason, action.SettledAt);
}
