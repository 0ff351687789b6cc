using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Data;
using Platform.Directory.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Time;

namespace Platform.Directory.Features;

/// <summary>The tree of areas: whole, for whoever fills in a form, and one by one.</summary>
public static class ShowAreas
{
    /// <summary>What a form needs to let somebody choose a place.</summary>
    public sealed record Place(Guid Id, string Code, string Name, AreaLevel Level, Guid? ParentId);

    public sealed record Line(
        Guid Id, string Code, string Name, AreaLevel Level, Guid? ParentId, string Path, int Households, int Residents, int PartyMembers);

    public sealed record View(
        Guid Id, string Code, string Name, AreaLevel Level, Guid? ParentId, string Path, int Households, int Residents, int PartyMembers,
        int? YearBuilt, int? Size, JsonElement? Outline, int Version);

    /// <summary>A grid without an officer, or a building without a lead.</summary>
    public sealed record Vacancy(Guid AreaId, string AreaName, string AreaPath, Role Role);

    internal static async Task<Ok<List<Place>>> Public(string street, DirectoryDb db, CancellationToken ct) =>
        TypedResults.Ok(await db.Areas.OrderBy(x => x.Path).Select(x => new Place(x.Id, x.Code, x.Name, x.Level, x.ParentId)).ToListAsync(ct));

    /// <summary>Parents before their children. Not paged: a street has hundreds of areas, and a tree is of use only whole.</summary>
    internal static async Task<Ok<List<Line>>> All(DirectoryDb db, AreaLevel? level, CancellationToken ct) =>
        TypedResults.Ok(await db.Areas.Where(x => level == null || x.Level == level).OrderBy(x => x.Path).Select(ToLine).ToListAsync(ct));

    internal static async Task<Ok<View>> One(Guid id, DirectoryDb db, HttpResponse response, CancellationToken ct)
    {
        var area = await db.Areas.SingleOrDefaultAsync(x => x.Id == id, ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        response.SetVersion(area.Version);
        return TypedResults.Ok(ViewOf(area));
    }

    internal static async Task<Ok<List<Vacancy>>> Vacancies(DirectoryDb db, TimeProvider clock, CancellationToken ct)
    {
        var held = db.Memberships.InForceOn(clock.GetUtcNow().DayIn((await db.Street(ct)).Zone));
        return TypedResults.Ok(await db.Areas
            .Where(x => x.Level == AreaLevel.Grid && !held.Any(m => m.AreaId == x.Id && m.Role == Role.GridOfficer)
                || x.Level == AreaLevel.Building && !held.Any(m => m.AreaId == x.Id && m.Role == Role.BuildingLead))
            .OrderBy(x => x.Path)
            .Select(x => new Vacancy(x.Id, x.Name, x.Path, x.Level == AreaLevel.Grid ? Role.GridOfficer : Role.BuildingLead)).ToListAsync(ct));
    }

    internal static View ViewOf(Area x) => new(
        x.Id, x.Code, x.Name, x.Level, x.ParentId, x.Path, x.Households, x.Residents, x.PartyMembers, x.YearBuilt, x.Size,
        x.Outline is null ? null : JsonElement.Parse(x.Outline), x.Version);

    private static readonly Expression<Func<Area, Line>> ToLine =
        x => new Line(x.Id, x.Code, x.Name, x.Level, x.ParentId, x.Path, x.Households, x.Residents, x.PartyMembers);
}
