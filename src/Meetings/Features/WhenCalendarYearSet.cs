using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Events;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>Keeps the copy of a year of the working calendar; an older fact than the copy's is ignored. Series that keep off holidays follow it.</summary>
public sealed class WhenCalendarYearSet(MeetingsDb db) : Reaction<CalendarYearSet>(db)
{
    protected override async Task React(CalendarYearSet fact, CancellationToken ct)
    {
        var known = await db.CalendarYears.SingleOrDefaultAsync(x => x.Year == fact.Year, ct);
        if (known?.Version >= fact.Version) return;
        if (known is null) db.CalendarYears.Add(known = new CalendarYearCopy { TenantId = db.TenantId, Year = fact.Year, DaysOff = [], MakeUpDays = [], Version = 0 });
        (known.DaysOff, known.MakeUpDays, known.Version) = ([.. fact.DaysOff], [.. fact.MakeUpDays], fact.Version);
    }
}
