using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Refusals;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>A body's announced meetings, for anybody's calendar.</summary>
public static class BodyCalendar
{
    public static async Task<FileContentHttpResult> Handle(string street, Guid id, MeetingsDb db, CalendarFeed feed, CancellationToken ct)
    {
        var name = await db.Bodies.Where(x => x.Id == id).Select(x => x.Name).SingleOrDefaultAsync(ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        return await feed.Of(db.Meetings.Where(x => x.BodyId == id), name, ct);
    }
}
