using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The registers of owners of the areas that the caller keeps, and the owners of one. Reading names is put on record; phones are shown masked.</summary>
public static class ShowRegisters
{
    /// <param name="Area">Of all units, in hundredths of a square metre.</param>
    /// <param name="InForce">Whether the next vote is opened with it.</param>
    /// <param name="Linked">How many owners have an account that votes for them.</param>
    /// <param name="WithPhone">How many have a phone.</param>
    public sealed record View(
        Guid Id, int Version, Guid AreaId, string AreaName, string FileName, RegisterState State, DateTimeOffset ImportedAt, DateTimeOffset? AdoptedAt,
        int Owners, int Units, long Area, bool InForce, int Linked, int WithPhone);

    /// <param name="Units">12-1-301, …</param>
    /// <param name="Area">Hundredths of a square metre.</param>
    /// <param name="PersonId">The account that votes for them.</param>
    public sealed record OwnerView(Guid Id, string Names, string? PhoneMasked, IReadOnlyList<string> Units, long Area, Guid? PersonId);

    /// <param name="page">Which page.</param>
    /// <param name="area">Only this area's.</param>
    public static async Task<Ok<Page<View>>> List([AsParameters] PageQuery page, Guid? area, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var kept = db.AreasOf(caller, Rights.Keepers);
        var registers = db.OwnerRegisters.AsNoTracking().Where(x => kept.Contains(x.AreaId));
        if (area is { } only) registers = registers.Where(x => x.AreaId == only);
        var found = await registers.NewestFirst(page, x => x, x => x.Id, ct);
        return TypedResults.Ok(new Page<View>(await db.RegisterViews(found.Items, ct), found.Next));
    }

    public static async Task<Ok<View>> Get(Guid id, MeetingsDb db, Caller caller, HttpResponse response, CancellationToken ct)
    {
        var register = await db.RegisterOf(id, caller, Rights.Keepers, ct);
        response.SetVersion(register.Version);
        return TypedResults.Ok((await db.RegisterViews([register], ct))[0]);
    }

    /// <param name="unit">Only the owner of this unit, as 12-1-301.</param>
    public static async Task<Ok<Page<OwnerView>>> Owners(Guid id, [AsParameters] PageQuery page, string? unit, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        await db.RegisterOf(id, caller, Rights.Keepers, ct);
        var owners = db.Owners.Include(x => x.Units).AsNoTracking().Where(x => x.RegisterId == id);
        if (unit?.Trim() is { Length: > 0 } label) owners = owners.Where(x => x.Units.Any(u => u.Label == label));
        var found = await owners.ByPlace(page, ct);
        await db.OnRecord("OwnerRegister.Owners", id, ct);
        return TypedResults.Ok(new Page<OwnerView>(
            [.. found.Items.Select(x => new OwnerView(x.Id, x.Names, x.PhoneMasked, [.. x.Units.Select(u => u.Label).Order(StringComparer.Ordinal)], x.Area, x.PersonId))], found.Next));
    }

    /// <exception cref="Platform.Kernel.Refusals.RefusedException">404, or 403 rights.outside-your-area.</exception>
    internal static async Task<OwnerRegister> RegisterOf(this MeetingsDb db, Guid id, Caller caller, Contracts.Directory.V1.Role[] roles, CancellationToken ct)
    {
        var register = await db.Find<OwnerRegister>(id, ct);
        await caller.DemandIn(db, register.AreaId, roles, ct);
        return register;
    }

    private static async Task<IReadOnlyList<View>> RegisterViews(this MeetingsDb db, IReadOnlyList<OwnerRegister> registers, CancellationToken ct)
    {
        var (ids, areas) = (registers.Select(x => x.Id).ToList(), registers.Select(x => x.AreaId).ToList());
        var names = await db.Areas.Where(x => areas.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Name, ct);
        var inForce = await db.OwnerRegisters.Where(x => areas.Contains(x.AreaId) && x.State == RegisterState.Adopted)
            .GroupBy(x => x.AreaId).Select(x => x.OrderByDescending(r => r.AdoptedAt).First().Id).ToListAsync(ct);
        var counts = await db.Owners.Where(x => ids.Contains(x.RegisterId)).GroupBy(x => x.RegisterId)
            .Select(x => new { x.Key, Linked = x.Count(o => o.PersonId != null), Phones = x.Count(o => o.Phone != null) }).ToDictionaryAsync(x => x.Key, ct);
        return [.. registers.Select(x => new View(
            x.Id, x.Version, x.AreaId, names[x.AreaId], x.FileName, x.State, x.ImportedAt, x.AdoptedAt, x.OwnersCount, x.UnitsCount, x.Area, inForce.Contains(x.Id),
            counts.GetValueOrDefault(x.Id)?.Linked ?? 0, counts.GetValueOrDefault(x.Id)?.Phones ?? 0))];
    }
}
