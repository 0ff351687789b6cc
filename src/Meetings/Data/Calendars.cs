using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;

namespace Platform.Meetings.Data;

/// <summary>What this service remembers of a year of the street's working calendar, from CalendarYearSet.</summary>
public sealed class CalendarYearCopy : ITenantOwned
{
    public required Guid TenantId { get; init; }
    public required int Year { get; init; }
    public required DateOnly[] DaysOff { get; set; }
    public required DateOnly[] MakeUpDays { get; set; }
    public required int Version { get; set; }
}

/// <summary>What this service remembers of a venue, from VenueChanged.</summary>
public sealed class VenueCopy : ITenantOwned
{
    public required Guid Id { get; init; }
    public required Guid TenantId { get; init; }
    public required Guid AreaId { get; set; }
    public required VenueKind Kind { get; set; }
    public required string Name { get; set; }
    public required int Capacity { get; set; }
    public required bool Open { get; set; }
    public required int Version { get; set; }
}

internal sealed class CopiesMapping : IEntityTypeConfiguration<CalendarYearCopy>, IEntityTypeConfiguration<VenueCopy>
{
    public void Configure(EntityTypeBuilder<CalendarYearCopy> builder) => builder.ToTable("calendar_years").HasKey(x => new { x.TenantId, x.Year });

    public void Configure(EntityTypeBuilder<VenueCopy> builder)
    {
        builder.ToTable("venues").HasIndex(x => new { x.TenantId, x.AreaId });
        builder.Property(x => x.Name).HasMaxLength(100);
    }
}

/// <summary>The working calendar of this unit of work's street.</summary>
public static class Calendars
{
    public static async Task<WorkingCalendar> Calendar(this MeetingsDb db, CancellationToken ct) => new(
        (await db.Street(ct)).Zone,
        (await db.CalendarYears.AsNoTracking().ToListAsync(ct)).Select(x => new WorkingYear(x.Year, x.DaysOff.ToHashSet(), x.MakeUpDays.ToHashSet())));
}
