using System.Globalization;
using System.Resources;
using MiniExcelLibs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>The roster as an Excel file: what the filter lets pass.</summary>
public static class ExportRoster
{
    /// <summary>More than any street has.</summary>
    public const int AtMost = 10_000;

    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static readonly ResourceManager Texts = new("Platform.Meetings.RosterTexts", typeof(ExportRoster).Assembly);

    public static async Task<FileContentHttpResult> Handle(
        [AsParameters] RosterFilter filter, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var today = await db.Today(clock, ct);
        var rows = await (await filter.Of(db, caller, clock, ct)).OrderByDescending(x => x.Id).Select(db.RosterView(clock.GetUtcNow(), today)).Take(AtMost).ToListAsync(ct);
        using var workbook = new MemoryStream();
        await workbook.SaveAsAsync(rows.Select(x => new Dictionary<string, object?>
        {
            [Text("Name")] = Plain(x.Name), [Text("Role")] = Text($"Role.{x.Role}"), [Text("Body")] = Plain(x.BodyName), [Text("Area")] = Plain(x.AreaName),
            [Text("Unit")] = Plain(x.Unit), [Text("Skills")] = Plain(x.Skills), [Text("From")] = Day(x.From), [Text("To")] = Day(x.To),
            [Text("State")] = Text($"State.{x.State}"), [Text("Reason")] = Plain(x.Reason ?? ""), [Text("Attended")] = x.Attended, [Text("Invited")] = x.Invited,
            [Text("Trained")] = Text(x.Trained ? "Yes" : "No"),
        }), sheetName: Text("Sheet"), cancellationToken: ct);
        return TypedResults.File(workbook.ToArray(), MediaType, $"roster-{today:yyyy-MM-dd}.xlsx");
    }

    /// <summary>A text that a spreadsheet does not take for a formula.</summary>
    private static string Plain(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Text(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
