using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Somebody joins a body's 议事骨干, or is written of anew. Convenors come by appointment.</summary>
public static class JoinRoster
{
    /// <param name="PersonId">Their account.</param>
    /// <param name="Name">What they are called there.</param>
    /// <param name="Role">What they do there.</param>
    /// <param name="Unit">Where they come from: a building group, a unit of work.</param>
    /// <param name="Skills">What they are good at.</param>
    /// <param name="From">The first day; without it today.</param>
    /// <param name="To">The last day; without it until further notice.</param>
    public sealed record Request(
        [property: Needed] Guid? PersonId, [property: Needed, Text(50)] string? Name, [property: Needed] RosterRole? Role, [property: Text(100)] string? Unit,
        [property: Text(500)] string? Skills, DateOnly? From, DateOnly? To);

    /// <param name="Unit">Where they come from.</param>
    /// <param name="Skills">What they are good at.</param>
    /// <param name="From">The first day; without it as before.</param>
    /// <param name="To">The last day; without it until further notice.</param>
    public sealed record ChangeRequest([property: Text(100)] string? Unit, [property: Text(500)] string? Skills, DateOnly? From, DateOnly? To);

    public sealed record Joined(Guid Id);

    public static async Task<Created<Joined>> Handle(Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var body = await db.Body(id, ct);
        await caller.DemandIn(db, body.AreaId, Rights.Conveners, ct);

        var entry = RosterEntry.Join(body, request.PersonId!.Value, request.Name!.Trim(), request.Role!.Value,
            new RosterWords(request.Unit ?? "", request.Skills ?? "", request.From ?? await db.Today(clock, ct), request.To));

        db.Roster.Add(entry);
        await db.SaveOnce(ConvenorRefusals.OnRosterAlready, ct);
        return TypedResults.Created($"/api/v1/meetings/roster/{entry.Id}", new Joined(entry.Id));
    }

    public static async Task<NoContent> Change(Guid id, ChangeRequest request, MeetingsDb db, Caller caller, HttpResponse response, CancellationToken ct)
    {
        var entry = await db.Find<RosterEntry>(id, ct);
        await caller.DemandIn(db, entry.AreaId, Rights.Conveners, ct);

        entry.Write(new RosterWords(request.Unit ?? "", request.Skills ?? "", request.From ?? entry.From, request.To));

        await db.SaveChangesAsync(ct);
        response.SetVersion(entry.Version);
        return TypedResults.NoContent();
    }
}
