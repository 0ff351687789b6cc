using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>Somebody has seen what a sheet holds, and decides: its new rows become issues (<see cref="KeepImports"/> makes them), or all of it goes.</summary>
public static class StartImport
{
    public static async Task<Ok<ShowImports.View>> Handle(Guid id, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var run = await db.ImportOf(id, caller, ct);
        run.Start(caller.ActAs(run.Scope[0], IssueRights.Importers), clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        response.SetVersion(run.Version);
        return TypedResults.Ok((await db.ImportViews([run], ct))[0]);
    }

    public static async Task<NoContent> Discard(Guid id, IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var run = await db.ImportOf(id, caller, ct);
        run.Discard(clock.GetUtcNow());

        await db.InOne(async () =>
        {
            // First the run: whoever starts it at this moment is told, and no row goes under their hands.
            await db.SaveChangesAsync(ct);
            return await db.ImportRows.Where(x => x.RunId == id).ExecuteDeleteAsync(ct);
        }, ct);
        return TypedResults.NoContent();
    }
}
