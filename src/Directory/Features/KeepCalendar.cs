using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Directory.Data;
using Platform.Directory.Domain;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;

namespace Platform.Directory.Features;

/// <summary>The street's working calendar 工作日历: the years it has, and a year put in or put right from the notice's table.</summary>
public static class KeepCalendar
{
    public sealed record Row(int Year, string Source, int WorkingDays, int Version);

    public sealed record View(int Year, string Source, int WorkingDays, IReadOnlyList<DateOnly> DaysOff, IReadOnlyList<DateOnly> MakeUpDays, int Version);

    public sealed record Request
    {
        /// <summary>Rows of `date,kind,name`; kind is off 休 or work 班.</summary>
        [Needed, Text(20_000)] public string? Csv { get; init; }

        /// <summary>The notice; may stand in the table instead, as a line `# source: …`.</summary>
        [Text(200)] public string? Source { get; init; }
    }

    internal static async Task<Ok<List<Row>>> List(DirectoryDb db, CancellationToken ct) =>
        TypedResults.Ok((await db.CalendarYears.OrderBy(x => x.Year).ToListAsync(ct)).ConvertAll(x => new Row(x.Year, x.Source, x.WorkingDays, x.Version)));

    internal static async Task<Ok<View>> Show(int year, DirectoryDb db, HttpResponse response, CancellationToken ct) =>
        TypedResults.Ok(ViewOf(await db.CalendarYears.SingleOrDefaultAsync(x => x.Year == year, ct)
            ?? throw new RefusedException(DirectoryRefusals.UnknownCalendarYear.With(year)), response));

    internal static async Task<Ok<View>> Import(int year, Request request, DirectoryDb db, HttpResponse response, CancellationToken ct)
    {
        if (year is < 2000 or > 2100) throw new RefusedException(DirectoryRefusals.UnknownCalendarYear.With(year));
        var sheet = CalendarSheet.Read(year, request.Csv!, request.Source);
        var known = await db.CalendarYears.SingleOrDefaultAsync(x => x.Year == year, ct);
        if (known is not null)
        {
            db.Match(known);
            known.Set(sheet);
        }
        else db.Add(known = new CalendarYear(year, sheet));

        db.Say(known, known.AsSet());
        await db.SaveOnce(KernelRefusals.Stale, ct);
        return TypedResults.Ok(ViewOf(known, response));
    }

    private static View ViewOf(CalendarYear x, HttpResponse response)
    {
        response.SetVersion(x.Version);
        return new View(x.Year, x.Source, x.WorkingDays, x.DaysOff, x.MakeUpDays, x.Version);
    }
}
