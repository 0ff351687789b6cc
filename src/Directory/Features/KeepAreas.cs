using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Directory.Data;
using Platform.Directory.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;

namespace Platform.Directory.Features;

/// <summary>Areas are added below another, and described anew. Code and place in the tree never change: rights hang on them.</summary>
public static class KeepAreas
{
    public sealed record Added(
        [property: Needed] Guid? ParentId, [property: Needed][property: Text(40)] string? Code, [property: Needed][property: Text(100)] string? Name,
        [property: Between(0, 1_000_000)] int Households = 0, [property: Between(0, 10_000_000)] int Residents = 0,
        [property: Between(0, 1_000_000)] int PartyMembers = 0, [property: Between(1800, 2200)] int? YearBuilt = null,
        [property: Between(0, int.MaxValue)] int? Size = null, JsonElement? Outline = null);

    public sealed record Changed(
        [property: Needed][property: Text(100)] string? Name,
        [property: Between(0, 1_000_000)] int Households = 0, [property: Between(0, 10_000_000)] int Residents = 0,
        [property: Between(0, 1_000_000)] int PartyMembers = 0, [property: Between(1800, 2200)] int? YearBuilt = null,
        [property: Between(0, int.MaxValue)] int? Size = null, JsonElement? Outline = null);

    internal static async Task<Created<ShowAreas.View>> Add(Added request, DirectoryDb db, HttpResponse response, CancellationToken ct)
    {
        var code = request.Code!.Trim();
        if (code.Contains('/', StringComparison.Ordinal)) throw new RefusedException(KernelRefusals.Malformed);
        var parent = await db.Areas.SingleOrDefaultAsync(x => x.Id == request.ParentId, ct) ?? throw new RefusedException(KernelRefusals.UnknownArea);
        if (await db.Areas.AnyAsync(x => x.Code == code, ct)) throw new RefusedException(DirectoryRefusals.AreaCodeTaken.With(code));

        var area = new Area(Guid.CreateVersion7(), parent, code, request.Name!.Trim());
        area.Count(request.Households, request.Residents, request.PartyMembers);
        area.Describe(request.YearBuilt, request.Size);
        area.Draw(Polygon(request.Outline));
        db.Add(area);
        return TypedResults.Created($"/api/v1/directory/areas/{area.Id}", await Saved(db, area, response, ct));
    }

    internal static async Task<Ok<ShowAreas.View>> Change(Guid id, Changed request, DirectoryDb db, HttpResponse response, CancellationToken ct)
    {
        var area = await db.Find<Area>(id, ct);
        area.Rename(request.Name!.Trim());
        area.Count(request.Households, request.Residents, request.PartyMembers);
        area.Describe(request.YearBuilt, request.Size);
        area.Draw(Polygon(request.Outline));
        return TypedResults.Ok(await Saved(db, area, response, ct));
    }

    private static async Task<ShowAreas.View> Saved(DirectoryDb db, Area area, HttpResponse response, CancellationToken ct)
    {
        db.Say(area, area.Changed());
        await db.SaveChangesAsync(ct);
        response.SetVersion(area.Version);
        return ShowAreas.ViewOf(area);
    }

    private static string? Polygon(JsonElement? outline) => outline switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Object } x when x.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String
            && type.GetString() is "Polygon" or "MultiPolygon" && x.TryGetProperty("coordinates", out var at) && at.ValueKind is JsonValueKind.Array => x.GetRawText(),
        _ => throw new RefusedException(DirectoryRefusals.BadOutline),
    };
}
