using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>A place in a session: taken and given up by oneself, or by those who offer it for somebody else. Of two at the last place one has it.</summary>
public static class SignUpForTraining
{
    /// <param name="Name">What one is called.</param>
    /// <param name="PersonId">For whom those who offer it sign up; without it oneself.</param>
    public sealed record Request([property: Needed, Text(50)] string? Name, Guid? PersonId);

    /// <param name="PersonId">Whose place; without it one's own.</param>
    public sealed record GiveUpRequest(Guid? PersonId);

    public static async Task<NoContent> Handle(Guid id, Guid sessionId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var workshop = await db.HoldSession(id, sessionId, ct);
        var who = await For(db, caller, workshop, request.PersonId, ct);

        workshop.SignUp(sessionId, who, request.Name!.Trim(), clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    public static async Task<NoContent> GiveUp(Guid id, Guid sessionId, GiveUpRequest request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var workshop = await db.HoldSession(id, sessionId, ct);
        var who = await For(db, caller, workshop, request.PersonId, ct);

        workshop.GiveUp(sessionId, who, clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    private static async Task<Guid> For(MeetingsDb db, Caller caller, Workshop workshop, Guid? personId, CancellationToken ct)
    {
        var area = await db.Area(workshop.AreaId, ct);
        if (personId is { } other && other != caller.Me) caller.Demand(area.Path, ConvenorRights.Trainers);
        else caller.DemandBelongs(area.Path);
        return personId ?? caller.Me;
    }
}
