using System.Globalization;
using System.Resources;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>The roster as an Excel file: what the filter lets pass.</summary>
public static class ExportRoster
{
    /// <summary>More than any street has.</summary>
    public const int AtMost = 10_000;

    private static readonly ResourceManager Texts = new("Platform.Meetings.RosterTexts", typeof(ExportRoster).Assembly);

    public static async Task<FileContentHttpResult> Handle(
        [AsParameters] RosterFilter filter, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var today = await db.Today(clock, ct);
        var rows = await (await filter.Of(db, caller, clock, ct)).OrderByDescending(x => x.Id).Select(db.RosterView(clock.GetUtcNow(), today)).Take(AtMost).ToListAsync(ct);
        var workbook = await Workbook.Of(rows.Select(x => new Dictionary<string, object?>
        {
            [Text("Name")] = Spreadsheets.Plain(x.Name), [Text("Role")] = Text($"Role.{x.Role}"), [Text("Body")] = Spreadsheets.Plain(x.BodyName), [Text("Area")] = Spreadsheets.Plain(x.AreaName),
            [Text("Unit")] = Spreadsheets.Plain(x.Unit), [Text("Skills")] = Spreadsheets.Plain(x.Skills), [Text("From")] = Day(x.From), [Text("To")] = Day(x.To),
            [Text("State")] = Text($"State.{x.State}"), [Text("Reason")] = Spreadsheets.Plain(x.Reason ?? ""), [Text("Attended")] = x.Attended, [Text("Invited")] = x.Invited,
            [Text("Trained")] = Text(x.Trained ? "Yes" : "No"),
        }), ct, Text("Sheet"));
        return TypedResults.File(workbook, Spreadsheets.MediaType, $"roster-{today:yyyy-MM-dd}.xlsx");
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Text(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
