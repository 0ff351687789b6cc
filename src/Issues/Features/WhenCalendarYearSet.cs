using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;
using Platform.Kernel.Events;
using Platform.Kernel.Places;

namespace Platform.Issues.Features;

/// <summary>Keeps the copy of a year of the working calendar, and counts anew what was counted without it; an older fact than the copy's is ignored.</summary>
public sealed class WhenCalendarYearSet(IssuesDb db) : Reaction<CalendarYearSet>(db)
{
    protected override async Task React(CalendarYearSet fact, CancellationToken ct)
    {
        if (!await db.Keep(fact, ct)) return;
        // Terms that reach into that year were counted without it. What was overdue stays so.
        var year = new DateOnly(fact.Year, 1, 1);
        await foreach (var issue in db.Issues.Where(x => x.Clock!.EndedAt == null && x.Clock.Due >= year).AsAsyncEnumerable().WithCancellation(ct))
            issue.CountAnew();
    }
}
