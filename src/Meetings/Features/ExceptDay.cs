using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>One date of a series is moved or called off. A meeting that staff have worked on already stays as they left it.</summary>
public static class ExceptDay
{
    /// <param name="Day">The day that the rule names.</param>
    /// <param name="MovedTo">The day instead; without it the date is called off.</param>
    /// <param name="At">The time instead; the series' own unless told.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Request([property: Needed] DateOnly? Day, DateOnly? MovedTo, TimeOnly? At, [property: Needed, Text(500)] string? Reason);

    public static async Task<NoContent> Handle(
        Guid id, Guid seriesId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var series = await db.HoldSeries(id, seriesId, ct);
        await caller.DemandIn(db, series.AreaId, Rights.Conveners, ct);
        var (calendar, now) = (await db.Calendar(ct), clock.GetUtcNow());

        series.Except(request.Day!.Value, request.MovedTo, request.At, request.Reason!, now.DayIn(calendar.Zone));
        await db.Follow(series, calendar, now, ct);

        await db.SaveChangesAsync(ct);
        response.SetVersion(series.Version);
        return TypedResults.NoContent();
    }
}
