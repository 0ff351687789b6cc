using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Data;

/// <summary>Votes as they are counted: from the ballots that are stored, each time anew.</summary>
public static class Counting
{
    public static async Task<Count> CountOf(this MeetingsDb db, Vote vote, CancellationToken ct) => vote switch
    {
        { Method: VoteMethod.Owners } => Count.Of(await db.SharesOf(vote, ct), (await db.LastBallots(vote, ct)).ToDictionary(x => x.VoterId, x => x.Says)),
        { Secret: true, IsOpen: true } => Count.Of(vote, (await db.SealedBallots.AsNoTracking().Where(x => x.VoteId == vote.Id).ToListAsync(ct)).ConvertAll(x => x.Says)),
        { Secret: true } => Count.Of(vote, (await db.CountedBallots.AsNoTracking().Where(x => x.VoteId == vote.Id).ToListAsync(ct)).ConvertAll(x => x.Says)),
        _ => Count.Of(vote, (await db.LastBallots(vote, ct)).ConvertAll(x => x.Says)),
    };

    /// <summary>Each voter's last ballot of an open vote: the one that counts.</summary>
    public static async Task<List<Ballot>> LastBallots(this MeetingsDb db, Vote vote, CancellationToken ct) =>
        [.. Tally.LastOfEach(await db.Ballots.AsNoTracking().Where(x => x.VoteId == vote.Id).ToListAsync(ct))];

    /// <summary>One voter's last ballot of an open vote.</summary>
    public static Task<Ballot?> LastBallot(this MeetingsDb db, Vote vote, Guid voter, CancellationToken ct) =>
        db.Ballots.AsNoTracking().PlannedOnce().Where(x => x.VoteId == vote.Id && x.VoterId == voter).OrderByDescending(x => x.Turn).FirstOrDefaultAsync(ct);

    /// <summary>How many have voted, by vote: of those that are open, where nothing is written down yet.</summary>
    public static async Task<Dictionary<Guid, int>> CastIn(this MeetingsDb db, IEnumerable<Vote> votes, CancellationToken ct)
    {
        var open = votes.Where(x => x.IsOpen).Select(x => x.Id).ToList();
        var cast = await db.Ballots.Where(x => open.Contains(x.VoteId) && x.Turn == 1).GroupBy(x => x.VoteId).Select(x => new { x.Key, Count = x.Count() })
            .Concat(db.VoterMarks.Where(x => open.Contains(x.VoteId)).GroupBy(x => x.VoteId).Select(x => new { x.Key, Count = x.Count() })).ToListAsync(ct);
        return cast.ToDictionary(x => x.Key, x => x.Count);
    }

    /// <summary>The box of a secret vote is emptied: its ballots are written anew, in no order and by one transaction.</summary>
    public static async Task EmptyBox(this MeetingsDb db, Vote vote, CancellationToken ct)
    {
        var box = await db.SealedBallots.Where(x => x.VoteId == vote.Id).ToListAsync(ct);
        db.CountedBallots.AddRange(SealedBallot.Emptied(box));
        db.SealedBallots.RemoveRange(box);
    }

    public static Task<List<PaperBallot>> PapersOf(this MeetingsDb db, Vote vote, CancellationToken ct) =>
        db.PaperBallots.Include(x => x.Entries).Where(x => x.VoteId == vote.Id).OrderBy(x => x.Serial).ToListAsync(ct);

    /// <summary>A paper of a vote to act on. Whoever types in papers of one vote waits for the other who does: both might read the same one.</summary>
    public static async Task<PaperBallot?> HoldPaper(this MeetingsDb db, Vote vote, string serial, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM votes WHERE id = {vote.Id} FOR NO KEY UPDATE", ct);
        return await db.PaperBallots.Include(x => x.Entries).SingleOrDefaultAsync(x => x.VoteId == vote.Id && x.Serial == serial, ct);
    }

    /// <exception cref="RefusedException">404.</exception>
    public static async Task<PaperBallot> HoldPaper(this MeetingsDb db, Vote vote, Guid paperId, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM votes WHERE id = {vote.Id} FOR NO KEY UPDATE", ct);
        return await db.PaperBallots.Include(x => x.Entries).SingleOrDefaultAsync(x => x.VoteId == vote.Id && x.Id == paperId, ct)
               ?? throw new RefusedException(KernelRefusals.NotFound);
    }
}
