using Microsoft.EntityFrameworkCore;
using Platform.Directory.Domain;
using Platform.Kernel.Doors;
using Platform.Kernel.Time;

namespace Platform.Directory.Data;

/// <summary>Rights from our own tables: what every other service asks us over gRPC.</summary>
public sealed class RightsFromTables(DirectoryDb db, TimeProvider clock) : IMemberships
{
    public async Task<IReadOnlyList<MembershipView>> Of(Guid tenantId, Guid personId, CancellationToken ct)
    {
        // An answer about a street that we do not know: nobody has a right in it.
        if (await db.Streets.AsNoTracking().SingleOrDefaultAsync(x => x.Id == tenantId, ct) is not { } street) return [];
        var today = clock.GetUtcNow().DayIn(street.Zone);
        return await (
            from membership in db.Memberships.InForceOn(today)
            where membership.PersonId == personId
            join area in db.Areas on membership.AreaId equals area.Id
            orderby area.Path, membership.Role
            select new MembershipView(membership.Role, area.Id, area.Path)).ToListAsync(ct);
    }
}

/// <summary>Streets from our own table. The operators' office has no public doors: nobody becomes its resident by a phone's code.</summary>
public sealed class StreetsFromTables(DirectoryDb db) : IStreets
{
    public async Task<Guid?> Find(string code, CancellationToken ct) =>
        await db.Addresses.Where(x => x.Code == code && x.Code != Street.OperatorsCode).Select(x => (Guid?)x.Id).SingleOrDefaultAsync(ct);
}

/// <summary>Questions about terms.</summary>
public static class Terms
{
    /// <summary>The day that it is in the street.</summary>
    public static async Task<DateOnly> Today(this DirectoryDb db, TimeProvider clock, CancellationToken ct) =>
        clock.GetUtcNow().DayIn((await db.Street(ct)).Zone);

    public static IQueryable<Membership> InForceOn(this IQueryable<Membership> memberships, DateOnly day) =>
        memberships.Where(x => x.From <= day && (x.To == null || x.To >= day));
}
