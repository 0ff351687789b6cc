using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>
/// The owners of an owners' vote, by their units, and how each of them voted: who still may be asked, and what the tally is made of. Names are for those who keep the
/// register; other readers see 张**.
/// </summary>
public static class ListVotingOwners
{
    /// <param name="Units">12-1-301, …</param>
    /// <param name="Area">Hundredths of a square metre.</param>
    /// <param name="Linked">Whether an account can vote for them online.</param>
    /// <param name="Choice">Null: has not voted.</param>
    public sealed record View(Guid OwnerId, IReadOnlyList<string> Units, string Names, long Area, bool Linked, Choice? Choice, BallotWay? Way, DateTimeOffset? At, int Changes);

    /// <param name="page">Which page.</param>
    /// <param name="voted">Only those who have, or only those who have not.</param>
    public static async Task<Ok<Page<View>>> Handle(
        Guid id, Guid voteId, [AsParameters] PageQuery page, bool? voted, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var meeting = await db.Meeting(id, ct);
        var area = await db.Area(meeting.AreaId, ct);
        caller.Demand(area.Path, Rights.Readers);
        var vote = meeting.Vote(voteId);
        var owners = db.Owners.Include(x => x.Units).AsNoTracking().Where(x => x.RegisterId == vote.RegisterId);
        if (voted is { } wanted) owners = owners.Where(x => db.Ballots.Any(b => b.VoteId == voteId && b.VoterId == x.Id) == wanted);
        var found = await owners.ByPlace(page, ct);
        var ids = found.Items.Select(x => x.Id).ToList();
        var last = Tally.LastOfEach(await db.Ballots.AsNoTracking().Where(x => x.VoteId == voteId && ids.Contains(x.VoterId)).ToListAsync(ct)).ToDictionary(x => x.VoterId);
        var names = caller.Holds(area.Path, Rights.Keepers);
        if (names) await db.OnRecord("OwnerRegister.Owners", vote.RegisterId ?? voteId, ct);
        return TypedResults.Ok(new Page<View>([.. found.Items.Select(x => ViewOf(x, last.GetValueOrDefault(x.Id), names))], found.Next));
    }

    internal static View ViewOf(Owner owner, Ballot? last, bool names) => new(
        owner.Id, [.. owner.Units.Select(u => u.Label).Order(StringComparer.Ordinal)], names ? owner.Names : owner.MaskedNames, owner.Area, owner.PersonId is not null,
        last?.Choice, last?.Way, last?.At, (last?.Turn ?? 1) - 1);

    /// <summary>By their first unit.</summary>
    internal static Task<Page<Owner>> ByPlace(this IQueryable<Owner> owners, PageQuery page, CancellationToken ct)
    {
        if (page.After is { } cursor)
        {
            var (place, last) = Paging.Decode(cursor) is [var at, var id] && Guid.TryParse(id, out var of) ? (at, of) : throw new RefusedException(KernelRefusals.BadCursor);
#pragma warning disable CA1310 // Translated to SQL, which knows no other comparison.
            owners = owners.Where(x => x.Place.CompareTo(place) > 0 || x.Place == place && x.Id > last);
#pragma warning restore CA1310
        }

        return owners.OrderBy(x => x.Place).ThenBy(x => x.Id).Take(page.Size + 1).ToPage(page.Size, x => Paging.Encode(x.Place, x.Id), ct);
    }

    /// <summary>That owners' names were read is put on record.</summary>
    internal static Task OnRecord(this MeetingsDb db, string what, Guid of, CancellationToken ct)
    {
        db.AuditRead(what, of);
        return db.SaveChangesAsync(ct);
    }
}
