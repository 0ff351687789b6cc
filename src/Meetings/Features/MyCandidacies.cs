using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Where the caller stands as a candidate, wherever it is, the latest first.</summary>
public static class MyCandidacies
{
    /// <param name="Reason">The branch's reason, or why it ended.</param>
    /// <param name="MayWithdraw">Not decided to the end yet.</param>
    public sealed record View(
        Guid Id, Guid BodyId, string BodyName, CandidateState State, DateTimeOffset ProposedAt, string? Reason, DateOnly? NoticeTo, DateOnly? TermFrom, DateOnly? TermTo,
        bool MayWithdraw);

    public static async Task<Ok<Page<View>>> Handle([AsParameters] PageQuery page, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var me = caller.Me;
        return TypedResults.Ok(await db.Candidates.Where(x => x.PersonId == me).NewestFirst(page, x => new View(
            x.Id, x.BodyId, db.Bodies.Single(b => b.Id == x.BodyId).Name, x.State, x.ProposedAt, x.EndReason ?? x.DecisionReason, x.NoticeTo,
            x.Terms.OrderByDescending(t => t.To).Select(t => (DateOnly?)t.From).FirstOrDefault(), x.Terms.Max(t => (DateOnly?)t.To),
            x.State == CandidateState.Proposed || x.State == CandidateState.Vetted || x.State == CandidateState.Accepted || x.State == CandidateState.Publicised), x => x.Id, ct));
    }
}
