using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The sessions of a workshop that was not held yet: added, and changed.</summary>
public static class KeepSessions
{
    /// <param name="StartsAt">When it begins.</param>
    /// <param name="Place">Where.</param>
    /// <param name="Minutes">How long.</param>
    /// <param name="Capacity">For how many.</param>
    public sealed record Request(
        [property: Needed] DateTimeOffset? StartsAt, [property: Needed, Text(100)] string? Place, [property: Needed, Between(15, 600)] int? Minutes,
        [property: Needed, Between(1, 500)] int? Capacity);

    public sealed record Added(Guid Id);

    public static async Task<Ok<Added>> Add(Guid id, Request request, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var workshop = await db.HoldWorkshop(id, ct);
        await caller.DemandIn(db, workshop.AreaId, ConvenorRights.Trainers, ct);

        var session = workshop.Add(request.StartsAt!.Value, request.Place!, request.Minutes!.Value, request.Capacity!.Value, RoomCode.NewSecret());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Added(session.Id));
    }

    public static Task<NoContent> Change(Guid id, Guid sessionId, Request request, MeetingsDb db, Caller caller, CancellationToken ct) =>
        db.ChangeWorkshop(id, caller, x => x.Change(sessionId, request.StartsAt!.Value, request.Place!, request.Minutes!.Value, request.Capacity!.Value), ct);
}
