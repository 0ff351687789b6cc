using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Directory.Data;
using Platform.Directory.Domain;

namespace Platform.Directory.Start;

/// <summary>
/// The years whose notices this release knows, from Calendars/*.csv. A new street begins with them; a street of an earlier release gets
/// those that it lacks at the next migration step. A year that a street put in itself stays as it is.
/// </summary>
internal static class KnownYears
{
    private static readonly Lazy<List<(int Year, CalendarSheet Sheet)>> Sheets = new(() => [.. typeof(KnownYears).Assembly.GetManifestResourceNames()
        .Where(x => x.StartsWith("calendar-", StringComparison.Ordinal)).Order().Select(Read)]);

    /// <summary>A copy of each for one street; the tables are read once.</summary>
    public static IEnumerable<CalendarYear> All => Sheets.Value.Select(x => new CalendarYear(x.Year, x.Sheet));

    public static async Task GiveToAll(IServiceScopeFactory scopes, CancellationToken ct)
    {
        List<Guid> streets;
        await using (var scope = scopes.CreateAsyncScope())
            streets = await scope.ServiceProvider.GetRequiredService<DirectoryDb>().Addresses.Select(x => x.Id).ToListAsync(ct);
        foreach (var street in streets)
            await scopes.InStreet(street, null, "known years", async (db, _) =>
            {
                var there = await db.CalendarYears.Select(x => x.Year).ToListAsync(ct);
                Put(db, All.Where(x => !there.Contains(x.Year)));
                return await db.SaveChangesAsync(ct);
            });
    }

    public static void Put(DirectoryDb db, IEnumerable<CalendarYear> years)
    {
        foreach (var year in years) { db.Add(year); db.Say(year, year.AsSet()); }
    }

    private static (int, CalendarSheet) Read(string resource)
    {
        var year = int.Parse(resource.AsSpan("calendar-".Length, 4), CultureInfo.InvariantCulture);
        using var reader = new StreamReader(typeof(KnownYears).Assembly.GetManifestResourceStream(resource)!);
        return (year, CalendarSheet.Read(year, reader.ReadToEnd()));
    }
}
