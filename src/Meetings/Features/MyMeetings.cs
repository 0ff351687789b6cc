using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>What is before me: meetings from today on (and one that goes on past midnight) that were announced and that I have a seat at, the next one first.</summary>
public static class MyMeetings
{
    public static async Task<Ok<Page<ListMeetings.View>>> Handle(
        [AsParameters] PageQuery page, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var (me, zone) = (caller.Me, (await db.Street(ct)).Zone);
        var midnight = clock.GetUtcNow().DayIn(zone).StartIn(zone);
        var rows = db.Meetings.Where(x => (x.StartsAt >= midnight || x.State == MeetingState.InSession) && x.ConvenedAt != null && x.State != MeetingState.Cancelled && x.Roll.Any(r => r.PersonId == me));
        if (page.After is { } cursor)
        {
            var (at, id) = ListMeetings.Cursor(cursor);
            rows = rows.Where(x => x.StartsAt > at || x.StartsAt == at && x.Id > id);
        }

        return TypedResults.Ok(await rows.OrderBy(x => x.StartsAt).ThenBy(x => x.Id).Views(db).Take(page.Size + 1).ToPage(page.Size, ListMeetings.Cursor, ct));
    }
}
