using Microsoft.Extensions.Localization;
using Platform.Kernel.Http;
using Platform.Web.Clients.Meetings;
using Platform.Web.Console.Meetings;
using Platform.Web.Console.Room;
using Platform.Web.Kit;

namespace Platform.Web.Console.Cadence;

/// <summary>Coverage and measures as Excel files: what their pages show, a row each.</summary>
public static class CadenceFiles
{
    public static void MapCadenceFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/console/meetings/coverage.xlsx", Coverage).RequireAuthorization();
        app.MapGet("/console/meetings/measures.xlsx", Measures).RequireAuthorization();
    }

    private static async Task<IResult> Coverage(string? area, string? days, MeetingsClient meetings, Dates dates, IStringLocalizer<CadenceTexts> t, IStringLocalizer<MeetingsTexts> words)
    {
        var view = await meetings.ShowCoverageAsync(Typed.IdOrNone(area), Typed.Number(days) is > 0 and var told ? told : null);
        var rows = view.Lines.Count == 0
            ? view.Neighbourhoods.Select(x => new Dictionary<string, object?>
            {
                [t["Neighbourhood"]] = Spreadsheets.Plain(x.Name), [t["Units"]] = x.Units, [t["WithVenue"]] = x.WithVenue, [t["Buildings"]] = x.Buildings, [t["Orphans"]] = x.Orphans,
                [t["Bodies"]] = x.Bodies, [t["Dormant"]] = x.Dormant,
            })
            : view.Lines.Select(x => Row(x.Name, t[$"Level.{x.Level}"], x.Venue, x.Chain, x.Body))
                .Concat(view.Others.Select(x => Row("", words[$"BodyKind.{x.Kind}"], null, null, x)));
        return await Workbook.Of(rows, $"{t["Coverage.File"]}-{dates.Today:yyyy-MM-dd}.xlsx");

        Dictionary<string, object?> Row(string unit, string level, string? venue, bool? chain, ShowCoverageBodyLine? body) => new()
        {
            [t["Unit.Area"]] = Spreadsheets.Plain(unit), [t["Level"]] = level, [t["Venue"]] = Spreadsheets.Plain(venue ?? ""), [t["Chain"]] = chain is { } whole ? t[whole ? "Chain.Whole" : "Chain.Broken"].Value : "",
            [words["Body"]] = Spreadsheets.Plain(body?.Name ?? ""), [t["Meetings.Year"]] = body?.Meetings, [t["LastAt"]] = body?.LastAt is { } last ? $"{dates.Local(last):yyyy-MM-dd}" : "",
            [t["State"]] = body is null ? "" : t[body.Dormant ? "Sleeps" : "Awake"].Value,
        };
    }

    private static async Task<IResult> Measures(
        string? area, string? from, string? to, string? kind, Measured measured, IStringLocalizer<CadenceTexts> t, IStringLocalizer<MeetingsTexts> words,
        IStringLocalizer<RecordTexts> record)
    {
        var asking = measured.Ask(area, from, to, kind);
        var board = await measured.Of(asking);
        return await Workbook.Of(board.Bodies.Select(x =>
        {
            var row = new Dictionary<string, object?>
            {
                [words["Body"]] = Spreadsheets.Plain(x.Name), [words["Kind"]] = words[$"BodyKind.{x.Kind}"].Value, [words["Area"]] = Spreadsheets.Plain(x.AreaName), [t["Held"]] = x.Figures.Held,
                [t["Owed"]] = x.Figures.Owed, [t["Kept"]] = x.Figures.Kept, [t["CalledOffCount"]] = x.Figures.CalledOff, [t["Carried"]] = x.Figures.CarriedOver,
            };
            foreach (var mode in Enum.GetValues<MeetingMode>()) row[t["Column.Way", record[$"Mode.{mode}"].Value]] = x.Figures.Ways.FirstOrDefault(w => w.Mode == mode)?.Held ?? 0;
            if (board.Solved is { } solved) row[t["Solved"]] = solved.GetValueOrDefault(x.BodyId);
            foreach (var seat in Enum.GetValues<SeatClass>())
            {
                var came = x.Figures.Attendance.FirstOrDefault(a => a.Class == seat);
                row[t["Column.Seats", words[$"SeatClass.{seat}"].Value]] = came?.Seats ?? 0;
                row[t["Column.Present", words[$"SeatClass.{seat}"].Value]] = came?.Present ?? 0;
            }

            return row;
        }), $"{t["Measures.File"]}-{asking.From:yyyy-MM-dd}-{asking.To:yyyy-MM-dd}.xlsx");
    }
}
