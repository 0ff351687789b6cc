using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Events;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>A person's data was erased: their seats end, their calendar's address opens nothing, and rolls of past meetings count them without a name.</summary>
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
    }
}
