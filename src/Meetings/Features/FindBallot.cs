using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>A secret ballot found by its receipt, while the vote is open and among those that were counted. Sent as a body: addresses end up in logs.</summary>
public static class FindBallot
{
    /// <param name="Receipt">What was sent with the ballot.</param>
    public sealed record Request([property: Needed, Text(Vote.ReceiptAtMost)] string? Receipt);

    /// <param name="Counted">Whether the vote is closed and this is what was counted.</param>
    public sealed record View(Choice Choice, IReadOnlyList<int> Ranking, bool Counted);

    public static async Task<Ok<View>> Handle(Guid id, Guid voteId, Request request, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var meeting = await db.Meeting(id, ct);
        var hash = Vote.HashOf(request.Receipt!);
        meeting.Vote(voteId);
        meeting.DemandOnRoll(caller.Me);
        var found = await db.SealedBallots.Where(x => x.VoteId == voteId && x.ReceiptHash == hash).Select(x => new View(x.Choice, x.Ranking, false)).SingleOrDefaultAsync(ct)
                    ?? await db.CountedBallots.Where(x => x.VoteId == voteId && x.ReceiptHash == hash).Select(x => new View(x.Choice, x.Ranking, true)).SingleOrDefaultAsync(ct);
        return TypedResults.Ok(found ?? throw new RefusedException(VoteRefusals.ReceiptUnknown));
    }
}
