using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Partners.Data;

namespace Platform.Partners.Features;

/// <summary>One need and the services that were held for it.</summary>
public static class ReadNeed
{
    /// <param name="Need">The need.</param>
    /// <param name="Services">What was recorded, oldest first.</param>
    /// <param name="MayDecide">Whether the reader may match, confirm and end it; a contact may not.</param>
    public sealed record View(NeedView Need, IReadOnlyList<Service> Services, bool MayDecide);

    public sealed record Service(Guid Id, DateOnly HeldOn, int PeopleServed, string What, Guid By, DateTimeOffset At);

    public static async Task<Ok<View>> Handle(Guid id, Caller caller, PartnersDb db, HttpResponse response, CancellationToken ct)
    {
        var need = await db.NeedsShownTo(caller).AsNoTracking().Where(x => x.Id == id).Select(NeedView.For(db)).SingleOrDefaultAsync(ct)
            ?? throw new RefusedException(KernelRefusals.NotFound);
        var services = await db.Services.AsNoTracking().Where(x => x.NeedId == id).OrderBy(x => x.Id)
            .Select(x => new Service(x.Id, x.HeldOn, x.PeopleServed, x.What, x.By, x.At)).ToListAsync(ct);
        response.SetVersion(need.Version);
        return TypedResults.Ok(new View(need, services, caller.Holds((await db.Area(need.AreaId, ct)).Path, PartnersApi.Staff)));
    }
}
