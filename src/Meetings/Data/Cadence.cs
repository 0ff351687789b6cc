using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Data;

/// <content>Series, what they owed, and the addresses of calendars.</content>
public sealed partial class MeetingsDb
{
    public DbSet<Series> Series => Set<Series>();
    public DbSet<OwedPeriod> Periods => Set<OwedPeriod>();
    public DbSet<CalendarLink> CalendarLinks => Set<CalendarLink>();
    public DbSet<CalendarYearCopy> CalendarYears => Set<CalendarYearCopy>();
    public DbSet<VenueCopy> Venues => Set<VenueCopy>();

    /// <summary>A series of that body with its exceptions, held: of two who change it at once the second finds what the first did.</summary>
    /// <exception cref="RefusedException">404; 412 where If-Match names another version.</exception>
    public async Task<Series> HoldSeries(Guid body, Guid id, CancellationToken ct)
    {
        await Database.ExecuteSqlAsync($"SELECT 1 FROM series WHERE id = {id} FOR UPDATE", ct);
        var series = await Series.Include(x => x.Exceptions).SingleOrDefaultAsync(x => x.Id == id && x.BodyId == body, ct)
                     ?? throw new RefusedException(KernelRefusals.NotFound);
        Match(series);
        return series;
    }
}

internal sealed class SeriesMapping : IEntityTypeConfiguration<Series>, IEntityTypeConfiguration<SeriesException>, IEntityTypeConfiguration<OwedPeriod>
{
    public void Configure(EntityTypeBuilder<Series> builder)
    {
        builder.ToTable("series");
        builder.Property(x => x.Rule).HasConversion(x => x.Rule, x => Recurrence.Kept(x)).HasMaxLength(Recurrence.Length);
        builder.Property(x => x.Place).HasMaxLength(100);
        builder.Property(x => x.EndReason).HasMaxLength(500);
        // One that goes on, whoever begins another at the same time.
        builder.HasIndex(x => x.BodyId).IsUnique().HasFilter("ends_on IS NULL").HasDatabaseName("ix_series_one_a_body");
        builder.HasIndex(x => new { x.TenantId, x.BodyId, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.EndsOn });
        builder.HasOne<Body>().WithMany().HasForeignKey(x => x.BodyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(x => x.Exceptions).WithOne().HasForeignKey(x => x.SeriesId);
    }

    public void Configure(EntityTypeBuilder<SeriesException> builder)
    {
        builder.ToTable("series_exceptions").HasIndex(x => new { x.SeriesId, x.Day }).IsUnique();
        builder.Property(x => x.Reason).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<OwedPeriod> builder)
    {
        builder.ToTable("owed_periods");
        // Judged once, by however many replicas.
        builder.HasIndex(x => new { x.SeriesId, x.From }).IsUnique();
        builder.HasIndex(x => new { x.TenantId, x.To, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.BodyId, x.To });
        builder.Property(x => x.Reason).HasMaxLength(500);
        builder.PrimitiveCollection(x => x.Absent).ElementType().HasConversion<string>();
        builder.Ignore(x => x.IsKept);
        builder.HasOne<Series>().WithMany().HasForeignKey(x => x.SeriesId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SeriesMeetingMapping : IEntityTypeConfiguration<Meeting>, IEntityTypeConfiguration<CalendarLink>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        // A day of a series is planned once, by however many replicas.
        builder.HasIndex(x => new { x.SeriesId, x.SeriesDay }).IsUnique();
        builder.Property("SeriesVersion");
        builder.Ignore(x => x.IsAsPlanned);
    }

    public void Configure(EntityTypeBuilder<CalendarLink> builder)
    {
        builder.ToTable("calendar_links").HasIndex(x => new { x.TenantId, x.PersonId }).IsUnique();
        builder.HasIndex(x => x.Hash).IsUnique();
        builder.Property(x => x.Hash).HasMaxLength(64);
    }
}
