using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The speakers' list: whoever has a seat raises their own hand, staff anybody's; who has the floor is given it by staff.</summary>
public static class TakeTheFloor
{
    /// <param name="ItemId">On which item; without it on none in particular.</param>
    /// <param name="PersonId">Whose hand staff saw; without it and without a name one's own.</param>
    /// <param name="Name">Somebody without a seat.</param>
    /// <param name="Waiver">Why somebody without a seat may speak where the rules do not let them; kept on record.</param>
    public sealed record Request(Guid? ItemId, Guid? PersonId, [property: Text(50)] string? Name, [property: Text(500)] string? Waiver);

    public sealed record Asked(Guid TurnId);

    public static async Task<Ok<Asked>> Ask(Guid id, Request? request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Join(id, ct);
        var mine = request is null or { PersonId: null, Name: null or "" } || request.PersonId == caller.Me;
        if (!mine) await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);
        var (list, now) = (await db.Speakers(id, ct), clock.GetUtcNow());
        if (request?.ItemId is { } item) meeting.Item(item);

        var speaker = meeting.Speaker(mine ? caller.Me : request!.PersonId, request?.Name);
        meeting.Admit(speaker, request?.Waiver, now);
        var turn = list.Ask(speaker, request?.ItemId, now);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Asked(turn.Id));
    }

    /// <summary>Somebody begins to speak, and whoever spoke has spoken.</summary>
    public static async Task<NoContent> Give(Guid id, Guid turnId, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var (meeting, list, now) = await Run(id, db, caller, clock, ct);

        meeting.DemandInSession();
        meeting.HasSpoken(list.Give(turnId, now), now);

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    public static async Task<NoContent> End(Guid id, Guid turnId, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var (meeting, list, now) = await Run(id, db, caller, clock, ct);

        meeting.HasSpoken(list.End(turnId, now), now);

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    /// <summary>A hand goes down: one's own, or by staff anybody's.</summary>
    public static async Task<NoContent> Withdraw(Guid id, Guid turnId, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var (meeting, list) = (await db.Join(id, ct), await db.Speakers(id, ct));
        if (list.Turn(turnId).PersonId != caller.Me && !caller.Holds((await db.Area(meeting.AreaId, ct)).Path, Rights.Conveners))
            throw new RefusedException(RoomRefusals.NotYours);

        list.Withdraw(turnId);

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    private static async Task<(Meeting, SpeakersList, DateTimeOffset)> Run(Guid id, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Join(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);
        return (meeting, await db.Speakers(id, ct), clock.GetUtcNow());
    }
}
