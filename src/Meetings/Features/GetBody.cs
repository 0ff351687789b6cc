using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>One body. Who sits in it is shown to those who sit there, and to those who run meetings there.</summary>
public static class GetBody
{
    /// <param name="To">The last day; null until further notice.</param>
    /// <param name="Held">Whether it is held today: not before its term, nor after.</param>
    public sealed record SeatView(Guid PersonId, string Name, SeatClass Class, DateOnly From, DateOnly? To, bool Held);

    /// <param name="SeatCount">Those held today.</param>
    /// <param name="Seats">Null for outsiders; with those whose term has ended, or has not begun.</param>
    /// <param name="MayConvene">Whether the caller may call its meetings.</param>
    /// <param name="MayFound">Whether the caller may change its seats and rules.</param>
    public sealed record View(
        Guid Id, BodyKind Kind, string Name, Guid AreaId, string AreaName, AreaLevel Level, ListRules.View Rules, int SeatCount,
        IReadOnlyList<SeatView>? Seats, bool MayConvene, bool MayFound, int Version);

    public static async Task<Ok<View>> Handle(Guid id, MeetingsDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var body = await db.Body(id, ct);
        var area = await db.Area(body.AreaId, ct);
        var today = await db.Today(clock, ct);
        var mayKnow = caller.Holds(area.Path, Rights.Readers) || body.Seats.Any(x => x.PersonId == caller.Me && x.HoldsOn(today));
        response.SetVersion(body.Version);
        return TypedResults.Ok(new View(
            body.Id, body.Kind, body.Name, area.Id, area.Name, body.Level, ListRules.View.Of(body.InForce), body.Seats.Count(x => x.HoldsOn(today)),
            mayKnow ? [.. body.Seats.OrderBy(x => x.Class).ThenBy(x => x.Id)
                .Select(x => new SeatView(x.PersonId, x.Name, x.Class, x.From, x.To, x.HoldsOn(today)))] : null,
            caller.Holds(area.Path, Rights.Conveners), caller.Holds(area.Path, Rights.Founders), body.Version));
    }
}
