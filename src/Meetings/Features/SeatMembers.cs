using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Who holds a body's seats: the list as it is to be.</summary>
public static class SeatMembers
{
    /// <param name="PersonId">The person.</param>
    /// <param name="Name">The name that they sit under.</param>
    /// <param name="Class">Whom the seat speaks for.</param>
    /// <param name="From">The first day; without it as before, or today for a new seat.</param>
    /// <param name="To">The last day; without it until further notice.</param>
    public sealed record SeatRequest(
        [property: Needed] Guid? PersonId, [property: Needed, Text(50)] string? Name, [property: Needed] SeatClass? Class, DateOnly? From, DateOnly? To);

    public sealed record Request([property: Needed, AtMost(500)] IReadOnlyList<SeatRequest>? Seats);

    public static async Task<NoContent> Handle(Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var body = await db.Body(id, ct);
        await caller.DemandIn(db, body.AreaId, Rights.Founders, ct);

        body.Seat(SeatsOf(request.Seats!), await db.Today(clock, ct));

        await db.SaveChangesAsync(ct);
        response.SetVersion(body.Version);
        return TypedResults.NoContent();
    }

    internal static List<Sitting> SeatsOf(IReadOnlyList<SeatRequest> seats) =>
        [.. seats.Select(x => new Sitting(x.PersonId!.Value, x.Name!, x.Class!.Value, x.From, x.To))];
}
