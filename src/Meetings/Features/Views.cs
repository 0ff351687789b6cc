using Platform.Contracts.Actions.V1;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>An option of a ranked choice; ballots rank the numbers.</summary>
public sealed record OptionView(int Number, string Text);

/// <summary>A vote as it stands or ended.</summary>
/// <param name="Matter">Of an owners' vote.</param>
/// <param name="ClosesAt">Until when ballots are taken online; null: until it is closed.</param>
/// <param name="Cast">How many have voted so far.</param>
/// <param name="Passed">Null while it is open.</param>
/// <param name="ByOwners">An owners' vote's result by number and by floor area (hundredths of a square metre), once it is closed.</param>
/// <param name="Ranked">A ranked choice's rounds, once it is closed.</param>
public sealed record VoteView(
    Guid Id, int Round, VoteMethod Method, string? Question, bool Secret, OwnersMatter? Matter, IReadOnlyList<OptionView> Options, DateTimeOffset OpenedAt,
    DateTimeOffset? ClosesAt, DateTimeOffset? ClosedAt, int Cast, int For, int Against, int Abstain, bool? Passed, OwnersTally? ByOwners, RankedTally? Ranked)
{
    internal static VoteView Of(Vote vote, int cast) =>
        new(vote.Id, vote.Round, vote.Method, vote.Question, vote.Secret, vote.Matter, [.. vote.Options.OrderBy(x => x.Number).Select(x => new OptionView(x.Number, x.Text))],
            vote.OpenedAt, vote.ClosesAt, vote.ClosedAt, vote.IsOpen ? cast : vote.Ranked?.TakingPart ?? vote.Result.TakingPart,
            vote.For, vote.Against, vote.Abstain, vote.Passed, vote.ByOwners, vote.Ranked);
}

/// <summary>Somebody who stays out of an item's votes, or has an interest in it.</summary>
/// <param name="LiftedAt">When it was lifted; null while it holds.</param>
/// <param name="LiftReason">Why it was lifted.</param>
public sealed record RecusalView(Guid Id, Guid PersonId, RecusalKind Kind, string Reason, DateTimeOffset At, DateTimeOffset? LiftedAt, string? LiftReason);

/// <summary>An agenda item.</summary>
/// <param name="Title">A free item's own, or its issue's; null while Issues does not tell.</param>
/// <param name="Recusals">Who stays out of its votes; null for outsiders.</param>
/// <param name="Note">Why it left the agenda, or that its issue is gone.</param>
public sealed record ItemView(
    Guid Id, int Position, Guid? IssueId, string? ReceiptNumber, string? Title, string? Text, Outcome Outcome, LeftBecause? Note, string? Reason,
    IReadOnlyList<VoteView> Votes, Guid? ResolutionId, IReadOnlyList<RecusalView>? Recusals)
{
    /// <summary>The plan that it is about.</summary>
    public Guid? PlanId { get; init; }

    /// <summary>The free item of an earlier meeting that it takes up.</summary>
    public Guid? CarriedId { get; init; }

    /// <summary>What staff made of the online discussion before the meeting, for its minutes.</summary>
    public string? DiscussionSummary { get; init; }

    internal static ItemView Of(AgendaItem item, string? title, string? text, IReadOnlyDictionary<Guid, int> cast, Guid? resolution, bool inside) =>
        new(item.Id, item.Position, item.IssueId, item.ReceiptNumber, title, text, item.Outcome, item.Note, item.Reason,
            [.. item.Votes.OrderBy(x => x.Round).Select(x => VoteView.Of(x, cast.GetValueOrDefault(x.Id)))], resolution,
            inside ? [.. item.Recusals.OrderBy(x => x.At).Select(x => new RecusalView(x.Id, x.PersonId, x.Kind, x.Reason, x.At, x.Lift?.At, x.Lift?.Reason))] : null)
        {
            PlanId = item.PlanId, CarriedId = item.CarriedId,
        };
}

/// <summary>An action of a resolution and how far it is.</summary>
public sealed record ActionView(
    Guid Id, ActionKind Kind, string What, Guid AreaId, DateOnly DueOn, FollowUpState State, string? Reason, DateTimeOffset? SettledAt)
{
    internal static ActionView Of(FollowUp action) =>
        new(action.Id, action.Kind, action.What, action.AreaId, action.DueOn, action.State, action.Reason, action.SettledAt);
}
