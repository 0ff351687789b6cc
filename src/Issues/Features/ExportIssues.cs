using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;

namespace Platform.Issues.Features;

/// <summary>The inbox as an Excel file: everything that the filter lets pass, and no resident's name or phone.</summary>
public static class ExportIssues
{
    /// <summary>Unless Issues:ExportAtMost says otherwise.</summary>
    public const int AtMost = 50_000;

    private const int AtOnce = 1_000;

    private static readonly ResourceManager Texts = new("Platform.Issues.ExportTexts", typeof(ExportIssues).Assembly);

    public static async Task<FileStreamHttpResult> Handle(
        [AsParameters] IssueFilter filter, IssuesDb db, Caller caller, RefusalTexts words, TimeProvider clock,
        Microsoft.Extensions.Configuration.IConfiguration configuration, CancellationToken ct)
    {
        var atMost = configuration.GetValue("Issues:ExportAtMost", AtMost);
        var now = clock.GetUtcNow();
        var found = await filter.Of(db, caller, now, ct);
        if (await found.OrderByDescending(x => x.Id).Select(x => x.Id).Take(atMost + 1).CountAsync(ct) > atMost) throw new RefusedException(IssueRefusals.TooManyToExport.With(atMost));
        var zone = (await db.Street(ct)).Zone;
        // Through a file of its own that goes away with the answer: what fails midway is still a problem with a code, and no half workbook.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 81_920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await MiniExcel.SaveAsAsync(file, Rows(found, db, words, zone, now, ct), sheetName: Text("Sheet"), cancellationToken: ct);
            file.Position = 0;
            return TypedResults.Stream(file, Spreadsheets.MediaType, $"issues-{now.DayIn(zone):yyyy-MM-dd}.xlsx");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static async IAsyncEnumerable<Dictionary<string, object?>> Rows(
        IQueryable<Issue> found, IssuesDb db, RefusalTexts words, TimeZoneInfo zone, DateTimeOffset now, [EnumeratorCancellation] CancellationToken ct)
    {
        var categories = new Dictionary<string, string>();
        Guid? last = null;
        for (var any = true; any;)
        {
            var next = last is { } before ? found.Where(x => x.Id < before) : found;
            var ids = await next.OrderByDescending(x => x.Id).Select(x => x.Id).Take(AtOnce).ToListAsync(ct);
            foreach (var row in await db.RowsOf(ids, now, ct))
            {
                if (!categories.TryGetValue(row.Category, out var category)) categories[row.Category] = category = await db.CategoryName(row.Category, ct);
                yield return new Dictionary<string, object?>
                {
                    [Text("Number")] = Spreadsheets.Plain(row.ReceiptNumber), [Text("Title")] = Spreadsheets.Plain(row.Title), [Text("Status")] = words.Word(row.Status),
                    [Text("Area")] = Spreadsheets.Plain(row.AreaName), [Text("Category")] = Spreadsheets.Plain(category), [Text("Scale")] = row.Scale is { } scale ? Text($"Scale.{scale}") : "",
                    [Text("Channel")] = Text($"Channel.{row.Channel}"), [Text("SubmittedAt")] = Spreadsheets.Moment(row.SubmittedAt, zone), [Text("ChangedAt")] = Spreadsheets.Moment(row.ChangedAt, zone),
                    [Text("DueOn")] = row.Deadline?.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
                    [Text("Left")] = row.Deadline is { Paused: false } deadline ? deadline.WorkingDaysLeft : null,
                    [Text("EverOverdue")] = Text(row.EverOverdue ? "Yes" : "No"), [Text("Assigned")] = Text(row.HandlerId is null ? "No" : "Yes"), [Text("Merged")] = row.Merged,
                };
            }

            (any, last) = (ids.Count == AtOnce, ids.Count > 0 ? ids[^1] : last);
        }
    }

    private static string Text(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
