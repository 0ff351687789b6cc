using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>The runs of the areas that the caller holds, and how far each is.</summary>
public static class ShowImports
{
    /// <param name="Id">The run.</param>
    /// <param name="FileName">What the sheet was called.</param>
    /// <param name="State">How far it is.</param>
    /// <param name="Rows">How many rows it has.</param>
    /// <param name="New">Rows that wait to become issues.</param>
    /// <param name="Known">Rows whose order is an issue already.</param>
    /// <param name="Wrong">Rows that something is wrong with.</param>
    /// <param name="Imported">Rows that became issues.</param>
    /// <param name="ToImport">How many were new when it was looked at: progress is Done of these.</param>
    /// <param name="Done">How many of these have been dealt with.</param>
    /// <param name="Forgotten">What was typed is no longer kept: there is no sheet of what is wrong any more.</param>
    public sealed record View(
        Guid Id, int Version, string FileName, ImportState State, int Rows, int New, int Known, int Wrong, int Imported, int ToImport, int Done,
        Guid UploadedById, DateTimeOffset UploadedAt, Guid? StartedById, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, bool Forgotten);

    public static async Task<Ok<Page<View>>> List([AsParameters] PageQuery page, IssuesDb db, Caller caller, CancellationToken ct)
    {
        var runs = await db.ImportRuns.AsNoTracking().SeenBy(caller).NewestFirst(page, x => x, x => x.Id, ct);
        return TypedResults.Ok(new Page<View>(await db.ImportViews(runs.Items, ct), runs.Next));
    }

    public static async Task<Ok<View>> Get(Guid id, IssuesDb db, Caller caller, HttpResponse response, CancellationToken ct)
    {
        var run = await db.ImportOf(id, caller, ct);
        response.SetVersion(run.Version);
        return TypedResults.Ok((await db.ImportViews([run], ct))[0]);
    }

    /// <exception cref="RefusedException">404, or 403 rights.outside-your-area where it goes beyond the caller's areas.</exception>
    internal static async Task<ImportRun> ImportOf(this IssuesDb db, Guid id, Caller caller, CancellationToken ct)
    {
        var run = await db.Find<ImportRun>(id, ct);
        foreach (var path in run.Scope) caller.Demand(path, IssueRights.Importers);
        return run;
    }

    internal static async Task<IReadOnlyList<View>> ImportViews(this IssuesDb db, IReadOnlyList<ImportRun> runs, CancellationToken ct)
    {
        var ids = runs.Select(x => x.Id).ToList();
        var counts = await db.ImportRows.Where(x => ids.Contains(x.RunId)).GroupBy(x => new { x.RunId, x.State })
            .Select(x => new { x.Key.RunId, x.Key.State, Count = x.Count() }).ToListAsync(ct);
        return [.. runs.Select(run =>
        {
            int Of(ImportRowState state) => counts.Find(x => x.RunId == run.Id && x.State == state)?.Count ?? 0;
            var done = run.State is ImportState.Importing or ImportState.Done ? run.ToImport - Of(ImportRowState.New) : 0;
            return new View(
                run.Id, run.Version, run.FileName, run.State, run.Rows, Of(ImportRowState.New), Of(ImportRowState.Known), Of(ImportRowState.Wrong), Of(ImportRowState.Imported), run.ToImport,
                done, run.UploadedById, run.UploadedAt, run.StartedById, run.StartedAt, run.EndedAt, run.Forgotten);
        })];
    }
}
