using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>The sheets that go out: an empty one to fill in, and the wrong rows of a run to be mended.</summary>
public static class ExchangeOrders
{
    public static async Task<FileContentHttpResult> Template(CancellationToken ct) =>
        TypedResults.File(await HotlineSheet.Template(ct), Spreadsheets.MediaType, "hotline-orders.xlsx");

    /// <summary>With the callers' names and phones, as they were uploaded: putting it on record is what reading them costs.</summary>
    public static async Task<FileContentHttpResult> Errors(Guid id, IssuesDb db, Caller caller, Phones phones, RefusalTexts texts, CancellationToken ct)
    {
        var run = await db.ImportOf(id, caller, ct);
        var wrong = await db.ImportRows.AsNoTracking().Where(x => x.RunId == id && x.State == ImportRowState.Wrong && x.Cells != null).OrderBy(x => x.Number)
            .Select(x => new { x.Number, x.Cells, x.Problems }).ToListAsync(ct);
        if (wrong.Count == 0) throw new RefusedException(ImportRefusals.NoErrors);
        var sheet = await HotlineSheet.WithReasons(
            wrong.Select(x => (x.Number, HotlineCells.From(phones.Read(x.Cells!)), string.Join(' ', x.Problems.Select(p => texts.Of(p.AsRefusal()))))), ct);
        db.AuditRead("ImportRun.Errors", run.Id);
        await db.SaveChangesAsync(ct);
        return TypedResults.File(sheet, Spreadsheets.MediaType, "hotline-orders-wrong.xlsx");
    }
}
