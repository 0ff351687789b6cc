using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Minutes: every member reads what was published; a draft only those who run meetings there.</summary>
public static class ReadMinutes
{
    /// <param name="Version">The ETag's number, for writing with If-Match.</param>
    public sealed record View(Guid MeetingId, string Text, DateTimeOffset? PublishedAt, DateOnly? PostedUntil, int Version);

    public static async Task<Ok<View>> Handle(Guid id, MeetingsDb db, Caller caller, HttpResponse response, CancellationToken ct)
    {
        var (minutes, meeting) = (await db.Find<Minutes>(id, ct), await db.Find<Meeting>(id, ct));
        if (minutes.PublishedAt is null && !caller.Holds((await db.Area(meeting.AreaId, ct)).Path, Rights.Conveners))
            throw new RefusedException(KernelRefusals.NotFound);
        response.SetVersion(minutes.Version);
        return TypedResults.Ok(new View(id, minutes.Text, minutes.PublishedAt, minutes.PostedUntil, minutes.Version));
    }
}
