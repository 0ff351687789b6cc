using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>Who came without a seat.</summary>
public static class KeepGuests
{
    /// <param name="Name">As the minutes call them.</param>
    /// <param name="From">Whom they come from: a unit, a building.</param>
    public sealed record Request([property: Needed, Text(50)] string? Name, [property: Text(100)] string? From);

    public sealed record Welcomed(Guid Id);

    public static async Task<Ok<Welcomed>> Welcome(Guid id, Request request, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);

        var guest = meeting.Welcome(request.Name!, request.From);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Welcomed(guest.Id));
    }

    /// <summary>Typed in by mistake.</summary>
    public static async Task<NoContent> TakeBack(Guid id, Guid guestId, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var meeting = await db.WithGuests(await db.Hold(id, ct), ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);

        meeting.TakeBack(guestId);

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
