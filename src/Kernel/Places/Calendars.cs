using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Time;

namespace Platform.Kernel.Places;

/// <summary>The working calendar of this unit of work's street.</summary>
public static class Calendars
{
    public static async Task<WorkingCalendar> Calendar<TDb>(this TDb db, CancellationToken ct) where TDb : PlacesDb, IKeepsCalendars
    {
        // What this unit of work is changing counts already.
        var isChanging = db.ChangeTracker.Entries<CalendarYearCopy>().Any(x => x.State is not EntityState.Unchanged);
        return isChanging ? await Read() : await db.Remembered(nameof(Calendar), Read);

        async Task<WorkingCalendar> Read()
        {
            var zone = (await db.Street(ct)).Zone;
            await db.CalendarYears.LoadAsync(ct);
            return new WorkingCalendar(zone, [.. db.CalendarYears.Local.Select(x => new WorkingYear(x.Year, x.DaysOff.ToHashSet(), x.MakeUpDays.ToHashSet()))]);
        }
    }

    /// <summary>Keeps the copy of a year; an older fact than the copy's is ignored.</summary>
    /// <returns>Whether it was newer than the copy.</returns>
    public static async Task<bool> Keep<TDb>(this TDb db, CalendarYearSet fact, CancellationToken ct) where TDb : PlacesDb, IKeepsCalendars
    {
        var known = await db.CalendarYears.SingleOrDefaultAsync(x => x.Year == fact.Year, ct);
        if (known?.Version >= fact.Version) return false;
        if (known is null) db.CalendarYears.Add(known = new CalendarYearCopy { TenantId = db.TenantId, Year = fact.Year, DaysOff = [], MakeUpDays = [], Version = 0 });
        (known.DaysOff, known.MakeUpDays, known.Version) = ([.. fact.DaysOff], [.. fact.MakeUpDays], fact.Version);
        return true;
    }
}
