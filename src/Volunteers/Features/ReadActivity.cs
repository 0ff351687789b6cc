using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;

namespace Platform.Volunteers.Features;

/// <summary>One activity; a draft is there only for who runs it.</summary>
public static class ReadActivity
{
    public static async Task<Ok<ActivityView>> Handle(Guid id, Caller caller, VolunteersDb db, HttpResponse response, CancellationToken ct)
    {
        var view = await db.ShownTo(caller).AsNoTracking().Where(x => x.Id == id).Select(ActivityView.For(db, caller.Me)).SingleOrDefaultAsync(ct)
            ?? throw new RefusedException(KernelRefusals.NotFound);
        response.SetVersion(view.Version);
        return TypedResults.Ok(view);
    }
}
