using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Partners.Data;
using Platform.Partners.Domain;

namespace Platform.Partners.Features;

/// <summary>What is asked with the thing in hand: staff of its area, or the contact of its unit.</summary>
internal static class Rights
{
    public static async Task DemandStaff(this PartnersDb db, Caller caller, Guid areaId, CancellationToken ct) =>
        caller.Demand((await db.Area(areaId, ct)).Path, PartnersApi.Staff);

    /// <summary>The unit's contact, or staff of the area that the thing is in.</summary>
    public static async Task DemandUnit(this PartnersDb db, Caller caller, Guid unitId, Guid areaId, CancellationToken ct)
    {
        if (await db.Units.AnyAsync(x => x.Id == unitId && x.ContactId == caller.Me, ct)) return;
        if (!caller.Holds((await db.Area(areaId, ct)).Path, PartnersApi.Staff)) throw new RefusedException(PartnerRefusals.NotYourUnit);
    }

    /// <summary>The areas that the caller's lists may show.</summary>
    public static IQueryable<Guid> AreasShownTo(this PartnersDb db, Caller caller) => db.AreasWithin(caller.AreasOf(PartnersApi.Readers));

    /// <summary>Needs that the caller may know of: those of the areas, and those that the caller's unit is to meet.</summary>
    public static IQueryable<Need> NeedsShownTo(this PartnersDb db, Caller caller)
    {
        var (areas, me) = (db.AreasShownTo(caller), caller.Me);
        return db.Needs.Where(x => areas.Contains(x.AreaId) || db.Units.Any(u => u.Id == x.UnitId && u.ContactId == me));
    }
}
