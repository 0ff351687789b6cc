using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>A body does not meet by its series any longer. What it planned after that day is called off, unless staff have worked on it.</summary>
public static class EndSeries
{
    /// <param name="LastDay">The last day that it counts for.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Request([property: Needed] DateOnly? LastDay, [property: Needed, Text(500)] string? Reason);

    public static async Task<NoContent> Handle(
        Guid id, Guid seriesId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var series = await db.HoldSeries(id, seriesId, ct);
        await caller.DemandIn(db, series.AreaId, Rights.Conveners, ct);
        var (calendar, now) = (await db.Calendar(ct), clock.GetUtcNow());

        series.End(request.LastDay!.Value, request.Reason!, now.DayIn(calendar.Zone));
        await db.Follow(series, calendar, now, ct);

        await db.SaveChangesAsync(ct);
        response.SetVersion(series.Version);
        return TypedResults.NoContent();
    }
}
