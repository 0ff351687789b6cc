using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;

namespace Platform.Issues.Data;

/// <summary>What this service remembers of a year of the street's working calendar, from CalendarYearSet.</summary>
public sealed class CalendarYearCopy : ITenantOwned
{
    public required Guid TenantId { get; init; }
    public required int Year { get; init; }
    public required DateOnly[] DaysOff { get; set; }
    public required DateOnly[] MakeUpDays { get; set; }
    public required int Version { get; set; }
}

internal sealed class CalendarMapping : IEntityTypeConfiguration<CalendarYearCopy>
{
    public void Configure(EntityTypeBuilder<CalendarYearCopy> builder)
    {
        builder.ToTable("calendar_years");
        builder.HasKey(x => new { x.TenantId, x.Year });
    }
}

/// <summary>The working calendar of this unit of work's street.</summary>
public static class Calendars
{
    public static async Task<WorkingCalendar> Calendar(this IssuesDb db, CancellationToken ct)
    {
        var zone = (await db.Street(ct)).Zone;
        // What this unit of work is changing counts already.
        await db.CalendarYears.LoadAsync(ct);
        return new WorkingCalendar(zone, db.CalendarYears.Local.Select(x => new WorkingYear(x.Year, x.DaysOff.ToHashSet(), x.MakeUpDays.ToHashSet())));
    }
}
