using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Data;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Data;

/// <summary>Everything Meetings keeps.</summary>
public sealed partial class MeetingsDb(DbContextOptions<MeetingsDb> options) : PlacesDb(options), IKeepsCalendars
{
    public DbSet<Body> Bodies => Set<Body>();
    public DbSet<InboxIssue> InboxIssues => Set<InboxIssue>();
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<Resolution> Resolutions => Set<Resolution>();
    public DbSet<FollowUp> FollowUps => Set<FollowUp>();
    public DbSet<Minutes> Minutes => Set<Minutes>();

    /// <summary>A body with its seats and rules.</summary>
    /// <exception cref="RefusedException">404; 412 where If-Match names another version.</exception>
    public async Task<Body> Body(Guid id, CancellationToken ct)
    {
        var body = await Bodies.PlannedOnce().Include(x => x.Seats).Include(x => x.RuleSets).AsSplitQuery().SingleOrDefaultAsync(x => x.Id == id, ct)
                   ?? throw new RefusedException(KernelRefusals.NotFound);
        Match(body);
        return body;
    }

    /// <summary>A meeting with agenda, votes and roll, to look at.</summary>
    public async Task<Meeting> Meeting(Guid id, CancellationToken ct) =>
        await Meetings.PlannedOnce().Include(x => x.RuleSet).Include(x => x.Roll).Include(x => x.Items).ThenInclude(x => x.Votes)
            .ThenInclude(x => x.Options).Include(x => x.Items).ThenInclude(x => x.Recusals).ThenInclude(x => x.Lift).AsSplitQuery().SingleOrDefaultAsync(x => x.Id == id, ct)
        ?? throw new RefusedException(KernelRefusals.NotFound);

    /// <summary>
    /// A meeting to act on: its row, and those of its issues and carried items in the inbox, are held until the request's transaction ends, so that of two people
    /// at once the second finds what the first did. Inbox rows before the meeting's, as saving does it: nobody waits in a circle.
    /// </summary>
    public async Task<Meeting> Hold(Guid id, CancellationToken ct)
    {
        await Database.ExecuteSqlAsync($"SELECT 1 FROM carried_items WHERE meeting_id = {id} ORDER BY id FOR UPDATE", ct);
        await Database.ExecuteSqlAsync($"SELECT 1 FROM inbox_issues WHERE meeting_id = {id} ORDER BY id FOR UPDATE", ct);
        await Database.ExecuteSqlAsync($"SELECT 1 FROM meetings WHERE id = {id} FOR UPDATE", ct);
        var meeting = await Meeting(id, ct);
        Match(meeting);
        return meeting;
    }

    /// <summary>A meeting to take part in: it cannot move on meanwhile, but others take part at the same time.</summary>
    public async Task<Meeting> Join(Guid id, CancellationToken ct)
    {
        await Database.ExecuteSqlAsync($"SELECT 1 FROM meetings WHERE id = {id} FOR SHARE", ct);
        return await Meeting(id, ct);
    }

    /// <summary>
    /// A meeting to vote in, as <see cref="Join"/>, but to look at, and of its roll and agenda only what concerns this voter and this vote: thousands vote at
    /// once. A voter's own ballots wait for each other. The meeting before its rows, as everywhere: nobody waits in a circle.
    /// </summary>
    public async Task<Meeting> JoinVote(Guid id, Guid voteId, Guid voter, CancellationToken ct)
    {
        await Database.ExecuteSqlAsync($"""
            SELECT 1 FROM meetings WHERE id = {id} FOR SHARE;
            SELECT 1 FROM roll_entries WHERE meeting_id = {id} AND person_id = {voter} FOR UPDATE
            """, ct);
        return await Meetings.AsNoTracking().AsSingleQuery().PlannedOnce().Include(x => x.RuleSet).Include(x => x.Roll.Where(r => r.PersonId == voter))
            .Include(x => x.Items.Where(i => i.Votes.Any(v => v.Id == voteId))).ThenInclude(x => x.Votes.Where(v => v.Id == voteId)).ThenInclude(x => x.Options)
            .Include(x => x.Items).ThenInclude(x => x.Recusals.Where(r => r.PersonId == voter)).ThenInclude(x => x.Lift)
            .SingleOrDefaultAsync(x => x.Id == id, ct) ?? throw new RefusedException(KernelRefusals.NotFound);
    }

    /// <summary>Issues of the inbox, held for putting them on an agenda.</summary>
    public async Task<List<InboxIssue>> Take(IReadOnlyCollection<Guid> issueIds, CancellationToken ct)
    {
        var ids = issueIds.ToArray();
        await Database.ExecuteSqlAsync($"SELECT 1 FROM inbox_issues WHERE id = ANY({ids}) ORDER BY id FOR UPDATE", ct);
        return await InboxIssues.Where(x => ids.Contains(x.Id)).ToListAsync(ct);
    }

    /// <summary>What becomes of an agenda item's issue with us, or of a free item that was left undone.</summary>
    /// <exception cref="RefusedException">A free item was escalated, and there is no level above.</exception>
    public async Task Settle(Meeting meeting, AgendaItem item, Standing standing, Guid by, DateTimeOffset now, CancellationToken ct)
    {
        await Carry(meeting, item, by, now, ct);
        if (item.IssueId is { } issue && await InboxIssues.SingleOrDefaultAsync(x => x.Id == issue && x.MeetingId == item.MeetingId, ct) is { } waiting)
            waiting.Stand(standing, now);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(30);
}
