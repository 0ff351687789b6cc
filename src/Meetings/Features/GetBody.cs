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
    public sealed record SeatView(Guid PersonId, string Name, SeatClass Class);

    /// <param name="Seats">Null for outsiders.</param>
    /// <param name="MayConvene">Whether the caller may call its meetings.</param>
    /// <param name="MayFound">Whether the caller may change its seats and rules.</param>
    public sealed record View(
        Guid Id, BodyKind Kind, string Name, Guid AreaId, string AreaName, AreaLevel Level, ListRules.View Rules, int SeatCount,
        IReadOnlyList<SeatView>? Seats, bool MayConvene, bool MayFound, int Version);

    public static async Task<Ok<View>> Handle(Guid id, MeetingsDb db, Caller caller, HttpResponse response, CancellationToken ct)
    {
        var body = await db.Body(id, ct);
        var area = await db.Area(body.AreaId, ct);
        var mayKnow = caller.Holds(area.Path, Rights.Readers) || body.Seats.Any(x => x.PersonId == caller.Me);
        response.SetVersion(body.Version);
        return TypedResults.Ok(new View(
            body.Id, body.Kind, body.Name, area.Id, area.Name, body.Level, ListRules.View.Of(body.InForce), body.Seats.Count,
            mayKnow ? [.. body.Seats.OrderBy(x => x.Class).ThenBy(x => x.Id).Select(x => new SeatView(x.PersonId, x.Name, x.Class))] : null,
            caller.Holds(area.Path, Rights.Conveners), caller.Holds(area.Path, Rights.Founders), body.Version));
    }
}
