using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Data;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>The hotline's sheet is uploaded and looked at, row by row. Nothing of it is an issue before somebody has seen that and says so.</summary>
public static class StageImport
{
    public static async Task<Created<ShowImports.View>> Handle(
        IFormFile file, IssuesDb db, Caller caller, Phones phones, TimeProvider clock, CancellationToken ct)
    {
        string[] scope = caller.AreasOf(IssueRights.Importers);
        var sheet = await HotlineSheet.Read(file, ct);
        var reader = await db.HotlineReader(scope, await db.Today(clock, ct), ct);
        var known = await db.KnownOrders(sheet.Select(x => x.Cells[HotlineColumn.Number]).Where(x => x.Length is > 0 and <= Limits.ExternalNumber).Distinct(), ct);
        var looked = Looked(sheet, reader, known);
        var now = clock.GetUtcNow();
        var run = ImportRun.Of(Named(file.FileName), scope, caller.Me, looked.Count, looked.Count(x => x.State is ImportRowState.New), now);
        db.Add(run);

        await db.InOne(async () =>
        {
            await db.SaveChangesAsync(ct);
            await db.Stage(looked.Select(x => ImportRow.Of(run.Id, x.Number, x.Cells, x.Order, x.State, x.Wrong, phones.Store(x.Cells.AsText()).Encrypted)), ct);
            return run;
        }, ct);
        return TypedResults.Created($"/api/v1/issues/imports/{run.Id}", (await db.ImportViews([run], ct))[0]);
    }

    private static List<(int Number, HotlineCells Cells, HotlineOrder? Order, ImportRowState State, IReadOnlyList<Refusal> Wrong)> Looked(
        List<(int Number, HotlineCells Cells)> sheet, HotlineReader reader, HashSet<string> known)
    {
        var firsts = new Dictionary<string, int>(StringComparer.Ordinal);
        return sheet.ConvertAll(row =>
        {
            var number = row.Cells[HotlineColumn.Number];
            // What is an issue already is left alone, whatever its row says by now.
            if (known.Contains(number)) return (row.Number, row.Cells, null, ImportRowState.Known, []);
            var (order, wrong) = reader.Read(row.Cells);
            if (number.Length > 0 && !firsts.TryAdd(number, row.Number)) wrong = [ImportRefusals.RowTwice.With(number, firsts[number]), .. wrong];
            return (row.Number, row.Cells, order, wrong.Count > 0 ? ImportRowState.Wrong : ImportRowState.New, wrong);
        });
    }

    private static string Named(string fileName)
    {
        var name = Sheet.Clean(Path.GetFileName(fileName));
        return name.Length <= Imports.FileName ? name : name[^Imports.FileName..];
    }
}
