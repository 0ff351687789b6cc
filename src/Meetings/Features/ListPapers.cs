using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>
/// The paper ballots of a vote, those that keep it open first. What one person typed is not shown before a second has typed it: two entries are worth
/// something only if each is made from the paper.
/// </summary>
public static class ListPapers
{
    /// <param name="Unit">The owner's first unit; null in a secret vote.</param>
    public sealed record EntryView(Guid EnteredBy, string? Unit, Choice Choice, IReadOnlyList<int> Ranking, DateTimeOffset At);

    /// <param name="Entries">What each person typed last; empty while only one has.</param>
    /// <param name="FirstBy">Who began.</param>
    /// <param name="Online">What the owner said online, where that is in the way.</param>
    public sealed record View(
        Guid Id, string Serial, PaperState State, string? Unit, Guid FirstBy, IReadOnlyList<EntryView> Entries, Choice? Online, string? Reason, Guid? DecidedBy);

    /// <param name="page">Which page.</param>
    /// <param name="open">Only those that keep the vote from closing, or only those that do not.</param>
    public static async Task<Ok<Page<View>>> Handle(
        Guid id, Guid voteId, [AsParameters] PageQuery page, bool? open, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var meeting = await db.Meeting(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);
        meeting.Vote(voteId);
        PaperState[] settled = [PaperState.Counted, PaperState.SetAside];
        var papers = db.PaperBallots.Include(x => x.Entries).AsNoTracking().Where(x => x.VoteId == voteId);
        if (open is { } wanted) papers = papers.Where(x => settled.Contains(x.State) != wanted);
        if (page.After is { } cursor)
        {
            var after = Paging.Decode(cursor)[0];
#pragma warning disable CA1310 // Translated to SQL, which knows no other comparison.
            papers = papers.Where(x => x.Serial.CompareTo(after) > 0);
#pragma warning restore CA1310
        }

        var found = await papers.OrderBy(x => x.Serial).Take(page.Size + 1).ToPage(page.Size, x => Paging.Encode(x.Serial), ct);
        return TypedResults.Ok(new Page<View>(await db.PaperViews(found.Items, ct), found.Next));
    }

    internal static async Task<IReadOnlyList<View>> PaperViews(this MeetingsDb db, IReadOnlyList<PaperBallot> papers, CancellationToken ct)
    {
        var owners = papers.SelectMany(x => x.Entries).Select(x => x.OwnerId).OfType<Guid>().Distinct().ToList();
        var units = await db.Owners.Where(x => owners.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Place, ct);
        var (votes, torn) = (papers.Select(x => x.VoteId).Distinct().ToList(), papers.Where(x => x.State is PaperState.Conflict).Select(x => x.OwnerId!.Value).ToList());
        var online = await db.Ballots.AsNoTracking().Where(x => votes.Contains(x.VoteId) && torn.Contains(x.VoterId)).ToListAsync(ct);
        return [.. papers.Select(x => new View(
            x.Id, x.Serial, x.State, x.OwnerId is { } owner ? units[owner] : null, x.Latest.First().EnteredBy,
            x.State is PaperState.Once ? [] : [.. x.Latest.Select(e => new EntryView(e.EnteredBy, e.OwnerId is { } of ? units[of] : null, e.Choice, e.Ranking, e.At))],
            x.State is PaperState.Conflict ? Tally.LastOfEach(online.Where(b => b.VoterId == x.OwnerId)).Single().Choice : null, x.Reason, x.DecidedBy))];
    }
}
