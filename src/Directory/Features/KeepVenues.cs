using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Data;
using Platform.Directory.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;

namespace Platform.Directory.Features;

/// <summary>Places to meet: "1-3-31", a hall, a pavilion a grid, a point a building. An area that lacks its own is a gap.</summary>
public static class KeepVenues
{
    public sealed record View(Guid Id, Guid AreaId, VenueKind Kind, string Name, int Capacity, bool IsOpen, int Version);

    /// <summary>An area without an open venue of its kind.</summary>
    public sealed record Gap(Guid AreaId, string AreaName, string AreaPath, VenueKind Missing);

    public sealed record Opened(
        [property: Needed] Guid? AreaId, [property: Needed][property: Text(100)] string? Name, [property: Between(1, 10_000)] int Capacity);

    public sealed record Changed(
        [property: Needed][property: Text(100)] string? Name, [property: Between(1, 10_000)] int Capacity, bool IsOpen = true);

    internal static async Task<Ok<Page<View>>> List(DirectoryDb db, [AsParameters] PageQuery page, Guid? areaId, VenueKind? kind, CancellationToken ct) =>
        TypedResults.Ok(await db.Venues.Where(x => (areaId == null || x.AreaId == areaId) && (kind == null || x.Kind == kind))
            .NewestFirst(page, ToView, x => x.Id, ct));

    internal static async Task<Ok<List<Gap>>> Gaps(DirectoryDb db, CancellationToken ct)
    {
        var without = await db.Areas.Where(x => x.Level != AreaLevel.Street && !db.Venues.Any(v => v.AreaId == x.Id && v.IsOpen))
            .OrderBy(x => x.Path).Select(x => new { x.Id, x.Name, x.Path, x.Level }).ToListAsync(ct);
        return TypedResults.Ok(without.ConvertAll(x => new Gap(x.Id, x.Name, x.Path, Venue.KindOf(x.Level))));
    }

    internal static async Task<Created<View>> Open(Opened request, DirectoryDb db, HttpResponse response, CancellationToken ct)
    {
        var area = await db.Areas.SingleOrDefaultAsync(x => x.Id == request.AreaId, ct) ?? throw new RefusedException(KernelRefusals.UnknownArea);
        var venue = new Venue(Guid.CreateVersion7(), area, request.Name!.Trim(), request.Capacity);
        db.Add(venue);
        return TypedResults.Created($"/api/v1/directory/venues/{venue.Id}", await Saved(db, venue, response, ct));
    }

    internal static async Task<Ok<View>> Change(Guid id, Changed request, DirectoryDb db, HttpResponse response, CancellationToken ct)
    {
        var venue = await db.Find<Venue>(id, ct);
        venue.Change(request.Name!.Trim(), request.Capacity, request.IsOpen);
        return TypedResults.Ok(await Saved(db, venue, response, ct));
    }

    private static async Task<View> Saved(DirectoryDb db, Venue venue, HttpResponse response, CancellationToken ct)
    {
        db.Say(venue, venue.Changed());
        await db.SaveChangesAsync(ct);
        response.SetVersion(venue.Version);
        return new View(venue.Id, venue.AreaId, venue.Kind, venue.Name, venue.Capacity, venue.IsOpen, venue.Version);
    }

    private static readonly Expression<Func<Venue, View>> ToView = x => new View(x.Id, x.AreaId, x.Kind, x.Name, x.Capacity, x.IsOpen, x.Version);
}
