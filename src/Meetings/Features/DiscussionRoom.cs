using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>What is talked over, as far as a discussion needs to know it: whether it is open, and whose it is.</summary>
/// <param name="Open">Points are taken.</param>
public sealed record DiscussionRoom(DiscussionTopic Topic, Guid Id, Guid AreaId, string AreaPath, bool Open);

/// <summary>Finding it: an item of an announced meeting, until that is concluded; or a plan's round, until it ends.</summary>
internal static class DiscussionRooms
{
    /// <exception cref="RefusedException">404: also while the meeting is only planned.</exception>
    public static async Task<DiscussionRoom> RoomOfItem(this MeetingsDb db, Guid meetingId, Guid itemId, CancellationToken ct)
    {
        var meeting = await db.Meetings.Include(x => x.Items).SingleOrDefaultAsync(x => x.Id == meetingId && x.ConvenedAt != null, ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        var item = meeting.Item(itemId);
        return new DiscussionRoom(DiscussionTopic.Item, item.Id, meeting.AreaId, (await db.Area(meeting.AreaId, ct)).Path, meeting.IsTalkedOver && item.Outcome is Outcome.Pending);
    }

    public static async Task<DiscussionRoom> RoomOfRound(this MeetingsDb db, Guid planId, Guid roundId, TimeProvider clock, CancellationToken ct)
    {
        var plan = await db.Plan(planId, ct);
        return new DiscussionRoom(DiscussionTopic.Round, plan.Round(roundId).Id, plan.AreaId, (await db.Area(plan.AreaId, ct)).Path, plan.Round(roundId).IsOpen(clock.GetUtcNow()));
    }

    /// <summary>What staff made of it, by item.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> SummariesOf(this MeetingsDb db, Meeting meeting, CancellationToken ct)
    {
        var items = meeting.Items.Select(x => x.Id).ToList();
        return await db.Summaries.Where(x => items.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Text, ct);
    }

    /// <summary>A person's data was erased: what they said to plans and in discussions counts on, without its words; nobody waits for their consent.</summary>
    public static async Task ForgetWordsOf(this MeetingsDb db, Guid person, CancellationToken ct)
    {
        foreach (var one in await db.Set<Stakeholder>().Where(x => x.PersonId == person).ToListAsync(ct)) one.Forget();
        var opinions = await db.Opinions.Where(x => x.PersonId == person).ToListAsync(ct);
        var ids = opinions.Select(x => x.Id).ToList();
        foreach (var opinion in opinions) opinion.Forget();
        foreach (var turn in await db.Set<OpinionTurn>().Where(x => ids.Contains(x.OpinionId)).ToListAsync(ct)) turn.Forget();
        foreach (var point in await db.DiscussionPoints.Where(x => x.AuthorId == person).ToListAsync(ct)) point.Forget();
    }
}
