using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Staff type in a paper ballot. The second person who reads the same makes it count; where they differ, one of them looks again, or a third.</summary>
public static class EnterPaperBallot
{
    /// <param name="Serial">The number that is printed on the paper.</param>
    /// <param name="Unit">In an owners' vote: one of the owner's units, as 12-1-301.</param>
    /// <param name="Choice">For, against or abstaining.</param>
    /// <param name="Ranking">In a ranked choice: the options' numbers, the best first.</param>
    public sealed record Request(
        [property: Needed, Text(40)] string? Serial, [property: Text(70)] string? Unit = null, Choice? Choice = null,
        [property: AtMost(VotePlan.OptionsAtMost)] IReadOnlyList<int>? Ranking = null);

    public static async Task<Ok<ListPapers.View>> Handle(
        Guid id, Guid voteId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Join(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);
        var vote = meeting.Vote(voteId);
        var says = vote.Marked(request.Choice, request.Ranking);
        var paper = await db.HoldPaper(vote, request.Serial!.Trim(), ct) ?? db.Add(new PaperBallot(voteId, request.Serial!.Trim())).Entity;
        var owner = await db.HoldOwnerAt(vote, request.Unit, ct);
        var last = owner is null ? null : await db.LastBallot(vote, owner.Id, ct);

        var (named, secret) = vote.Enter(paper, owner, last, says, caller.Me, clock.GetUtcNow());
        db.AddRange(new TenantRow?[] { named, secret }.OfType<TenantRow>());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok((await db.PaperViews([paper], ct))[0]);
    }

    /// <param name="Counts">It counts, although its owner also voted online; or it is set aside.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Decision([property: Needed] bool? Counts, [property: Needed, Text(500)] string? Reason);

    /// <summary>Whoever runs the meeting decides about a paper that keeps the vote open.</summary>
    public static async Task<Ok<ListPapers.View>> Decide(
        Guid id, Guid voteId, Guid paperId, Decision request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Join(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);
        var vote = meeting.Vote(voteId);
        var paper = await db.HoldPaper(vote, paperId, ct);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM owners WHERE id = {paper.OwnerId} FOR NO KEY UPDATE", ct);
        var last = await db.LastBallot(vote, paper.OwnerId ?? Guid.Empty, ct);

        if (vote.Decide(paper, request.Counts!.Value, last, request.Reason!, caller.Me, clock.GetUtcNow()) is { } ballot) db.Add(ballot);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok((await db.PaperViews([paper], ct))[0]);
    }
}
