using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The draft is kept as it is written, from the opening of the session on. With If-Match nobody overwrites what they did not read.</summary>
public static class WriteMinutes
{
    public sealed record Request([property: Text(50000)] string? Text);

    public static async Task<NoContent> Handle(Guid id, Request request, MeetingsDb db, Caller caller, HttpResponse response, CancellationToken ct)
    {
        var meeting = await db.Meetings.SingleOrDefaultAsync(x => x.Id == id, ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);
        var minutes = await db.Minutes.SingleOrDefaultAsync(x => x.Id == id, ct) ?? throw new RefusedException(MeetingRefusals.MinutesTooEarly);
        db.Match(minutes);

        minutes.Write(request.Text ?? "", caller.Me);

        await db.SaveChangesAsync(ct);
        response.SetVersion(minutes.Version);
        return TypedResults.NoContent();
    }
}
