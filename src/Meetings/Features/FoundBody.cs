using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>A body is founded, in one step with its seats and rules where they are known.</summary>
public static class FoundBody
{
    /// <param name="Kind">What kind of gathering it holds.</param>
    /// <param name="AreaId">For which area.</param>
    /// <param name="Name">What people call it.</param>
    /// <param name="Seats">Who sits in it; may follow later.</param>
    /// <param name="Rules">Its rules; without them it starts with the platform's.</param>
    public sealed record Request(
        [property: Needed] BodyKind? Kind, [property: Needed] Guid? AreaId, [property: Needed, Text(100)] string? Name,
        [property: AtMost(500)] IReadOnlyList<SeatMembers.SeatRequest>? Seats, AdoptRules.Request? Rules);

    public sealed record Founded(Guid Id);

    public static async Task<Created<Founded>> Handle(Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var area = await db.Area(request.AreaId!.Value, ct);
        caller.Demand(area.Path, Rights.Founders);
        var now = clock.GetUtcNow();

        var body = Body.Found(request.Kind!.Value, area.Id, area.Level, request.Name!, now);
        if (request.Seats is { } seats) body.Seat(SeatMembers.SeatsOf(seats), await db.Today(clock, ct));
        if (request.Rules is { } rules) body.Adopt(rules.ToRules(), rules.Text ?? "", now);
        db.Bodies.Add(body);

        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/meetings/bodies/{body.Id}", new Founded(body.Id));
    }
}
