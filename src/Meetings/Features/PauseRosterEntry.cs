using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Somebody of the roster takes a rest, is back, or leaves: with the reason.</summary>
public static class PauseRosterEntry
{
    public sealed record Request([property: Needed, Text(500)] string? Reason);

    public static Task<NoContent> Pause(Guid id, Request request, MeetingsDb db, Caller caller, HttpResponse response, CancellationToken ct) =>
        db.Changed(id, caller, x => x.Pause(request.Reason!), response, ct);

    public static Task<NoContent> Resume(Guid id, MeetingsDb db, Caller caller, HttpResponse response, CancellationToken ct) =>
        db.Changed(id, caller, x => x.Resume(), response, ct);

    public static async Task<NoContent> End(Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var today = await db.Today(clock, ct);
        return await db.Changed(id, caller, x => x.End(request.Reason!, today), response, ct);
    }

    private static async Task<NoContent> Changed(this MeetingsDb db, Guid id, Caller caller, Action<RosterEntry> change, HttpResponse response, CancellationToken ct)
    {
        var entry = await db.Find<RosterEntry>(id, ct);
        await caller.DemandIn(db, entry.AreaId, Rights.Conveners, ct);

        change(entry);

        await db.SaveChangesAsync(ct);
        response.SetVersion(entry.Version);
        return TypedResults.NoContent();
    }
}
