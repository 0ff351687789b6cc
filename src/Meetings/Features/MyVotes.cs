using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Owners' votes that the caller may take part in, or could: as the account of an owner of their registers. The newest first.</summary>
public static class MyVotes
{
    /// <param name="Title">The item's; null where it is an issue, whose text the vote's own page asks for.</param>
    /// <param name="Voted">Whether the caller's owner has voted, online or on paper.</param>
    public sealed record View(
        Guid VoteId, Guid MeetingId, string BodyName, string? Title, string? ReceiptNumber, string? Question, OwnersMatter? Matter, DateTimeOffset OpenedAt, DateTimeOffset? ClosesAt,
        DateTimeOffset? ClosedAt, bool? Passed, bool Voted);

    public static async Task<Ok<Page<View>>> Handle([AsParameters] PageQuery page, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var mine = db.Owners.Where(x => x.PersonId == caller.Me);
        var votes = db.Set<Vote>().AsNoTracking().Where(v => mine.Any(o => o.RegisterId == v.RegisterId));
        return TypedResults.Ok(await votes.NewestFirst(page, v => new View(
            v.Id,
            db.Set<AgendaItem>().Single(i => i.Id == v.ItemId).MeetingId,
            db.Bodies.Single(b => b.Id == db.Meetings.Single(m => m.Id == db.Set<AgendaItem>().Single(i => i.Id == v.ItemId).MeetingId).BodyId).Name,
            db.Set<AgendaItem>().Single(i => i.Id == v.ItemId).Title, db.Set<AgendaItem>().Single(i => i.Id == v.ItemId).ReceiptNumber,
            v.Question, v.Matter, v.OpenedAt, v.ClosesAt, v.ClosedAt, v.Passed,
            mine.Any(o => o.RegisterId == v.RegisterId && db.Ballots.Any(b => b.VoteId == v.Id && b.VoterId == o.Id))), x => x.VoteId, ct));
    }
}
