using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Refusals;
using Platform.Partners.Domain;

namespace Platform.Partners.Data;

/// <summary>
/// How a resource is promised when several needs want it at once: one conditional UPDATE, so that no more is promised than there is,
/// whoever reads what. Inside one transaction with the need's own change.
/// </summary>
public static class Promises
{
    /// <exception cref="RefusedException">409 resource.not-enough-left.</exception>
    public static async Task Promise(this PartnersDb db, Resource resource, int count, CancellationToken ct)
    {
        var promised = await db.Resources.Where(x => x.Id == resource.Id && !x.IsWithdrawn && x.Promised + count <= x.Capacity)
            .ExecuteUpdateAsync(x => x.SetProperty(r => r.Promised, r => r.Promised + count), ct);
        if (promised == 0) throw new RefusedException(PartnerRefusals.NotEnoughLeft);
    }

    /// <summary>What was promised and won't be used is there for others.</summary>
    public static Task GiveBack(this PartnersDb db, Guid resourceId, int count, CancellationToken ct) =>
        db.Resources.Where(x => x.Id == resourceId).ExecuteUpdateAsync(x => x.SetProperty(r => r.Promised, r => r.Promised - count), ct);
}
