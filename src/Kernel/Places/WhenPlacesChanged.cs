using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Doors;
using Platform.Kernel.Events;
using Platform.Kernel.Refusals;

namespace Platform.Kernel.Places;

/// <summary>Keeps the copy of a street; an older fact than the copy's is ignored.</summary>
public sealed class WhenTenantConfigured(PlacesDb db) : Reaction<TenantConfigured>(db)
{
    protected override async Task React(TenantConfigured fact, CancellationToken ct)
    {
        var known = await db.Streets.FindAsync([fact.TenantId], ct);
        if (known is null)
            db.Streets.Add(new StreetCopy
            {
                Id = fact.TenantId, Code = fact.Code, Name = fact.Name, DivisionCode = fact.DivisionCode, TimeZone = fact.TimeZone, Version = fact.Version,
            });
        else if (known.Version < fact.Version)
            (known.Code, known.Name, known.DivisionCode, known.TimeZone, known.Version) =
                (fact.Code, fact.Name, fact.DivisionCode, fact.TimeZone, fact.Version);
    }
}

/// <summary>Keeps the copy of an area; an older fact than the copy's is ignored.</summary>
public sealed class WhenAreaChanged(PlacesDb db) : Reaction<AreaChanged>(db)
{
    protected override async Task React(AreaChanged fact, CancellationToken ct)
    {
        var known = await db.Areas.SingleOrDefaultAsync(x => x.Id == fact.SubjectId, ct);
        if (known is null)
            db.Areas.Add(new AreaCopy
            {
                Id = fact.SubjectId, TenantId = fact.TenantId, Code = fact.Code, Name = fact.Name, Level = fact.Level, ParentId = fact.ParentId,
                Path = fact.Path, Households = fact.Households, Version = fact.Version,
            });
        else if (known.Version < fact.Version)
            (known.Code, known.Name, known.Level, known.ParentId, known.Path, known.Households, known.Version) =
                (fact.Code, fact.Name, fact.Level, fact.ParentId, fact.Path, fact.Households, fact.Version);
    }
}

/// <summary>Streets as the copies have them.</summary>
public sealed class StreetsFromCopies(PlacesDb db) : IStreets
{
    public async Task<Guid?> Find(string code, CancellationToken ct) =>
        await db.Streets.Where(x => x.Code == code).Select(x => (Guid?)x.Id).SingleOrDefaultAsync(ct);
}

/// <summary>Questions about areas that every service asks.</summary>
public static class AreaQuestions
{
    /// <summary>The area with this id.</summary>
    /// <exception cref="RefusedException">400 area.unknown.</exception>
    public static async Task<AreaCopy> Area(this PlacesDb db, Guid id, CancellationToken ct) =>
        await db.Remembered($"area {id}", () => db.Areas.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, ct)) ?? throw new RefusedException(KernelRefusals.UnknownArea);

    /// <summary>What the areas of the street are called, by their ids; as it was at most ten seconds ago.</summary>
    public static Task<Dictionary<Guid, string>> AreaNames(this PlacesDb db, CancellationToken ct) =>
        db.Remembered(nameof(AreaNames), () => db.Areas.AsNoTracking().ToDictionaryAsync(x => x.Id, x => x.Name, ct));

    /// <summary>The area of that level which the given one lies in, or is.</summary>
    /// <exception cref="RefusedException">400 area.unknown: the area lies above that level.</exception>
    public static async Task<AreaCopy> Above(this PlacesDb db, AreaCopy area, AreaLevel level, CancellationToken ct) =>
        area.Level == level ? area
            : await db.Areas.SingleOrDefaultAsync(x => x.Level == level && area.Path.StartsWith(x.Path), ct)
              ?? throw new RefusedException(KernelRefusals.UnknownArea);

    /// <summary>The areas at or below these paths: what a list may show to whom Caller.AreasOf names them.</summary>
    public static IQueryable<Guid> AreasWithin(this PlacesDb db, IEnumerable<string> paths)
    {
        // An array of patterns becomes LIKE ANY; StartsWith on an array's element is not translated.
        string[] patterns = [.. paths.Select(x => x.Replace("_", "\\_", StringComparison.Ordinal) + "%")];
        return db.Areas.Where(a => patterns.Any(p => EF.Functions.Like(a.Path, p))).Select(a => a.Id);
    }
}
