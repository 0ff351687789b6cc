using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Events;
using Platform.Kernel.Time;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>
/// A person's data was erased: their seats end, their calendar's address opens nothing, rolls of past meetings and registers of owners count them without a name,
/// and so do candidacies, the roster and training; what they said to plans and in discussions counts without its words.
/// </summary>
public sealed class WhenPersonErased(MeetingsDb db) : Reaction<PersonErased>(db)
{
    protected override async Task React(PersonErased fact, CancellationToken ct)
    {
        await foreach (var body in db.Bodies.Include(x => x.Seats).Where(x => x.Seats.Any(s => s.PersonId == fact.SubjectId)).AsAsyncEnumerable().WithCancellation(ct))
            body.Unseat(fact.SubjectId);
        await db.CalendarLinks.Where(x => x.PersonId == fact.SubjectId).ForEachAsync(x => db.CalendarLinks.Remove(x), ct);
        await db.CommitteeMembers.Where(x => x.PersonId == fact.SubjectId).ForEachAsync(x => x.Forget(), ct);
        await foreach (var entry in db.Set<RollEntry>().Where(x => x.PersonId == fact.SubjectId).AsAsyncEnumerable().WithCancellation(ct))
            entry.Forget();
        await foreach (var owner in db.Owners.Where(x => x.PersonId == fact.SubjectId).AsAsyncEnumerable().WithCancellation(ct))
            owner.Forget();
        await foreach (var turn in db.Set<SpeakingTurn>().Where(x => x.PersonId == fact.SubjectId).AsAsyncEnumerable().WithCancellation(ct))
            turn.Forget();
        await foreach (var point in db.Points.Where(x => x.PersonId == fact.SubjectId).AsAsyncEnumerable().WithCancellation(ct))
            point.Forget();
        await foreach (var meeting in db.Meetings.Where(x => x.ChairId == fact.SubjectId || x.RecorderId == fact.SubjectId).AsAsyncEnumerable().WithCancellation(ct))
            meeting.Forget(fact.SubjectId);
        await db.ForgetWordsOf(fact.SubjectId, ct);
        await db.ForgetConvenor(fact.SubjectId, fact.At.DayIn((await db.Street(ct)).Zone), ct);
    }
}
