using Platform.Contracts.Directory.V1;
using Platform.Kernel.Events;
using Platform.Kernel.Places;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>Keeps the copy of a year of the working calendar; an older fact than the copy's is ignored. Series that keep off holidays follow it.</summary>
public sealed class WhenCalendarYearSet(MeetingsDb db) : Reaction<CalendarYearSet>(db)
{
    protected override Task React(CalendarYearSet fact, CancellationToken ct) => db.Keep(fact, ct);
}
