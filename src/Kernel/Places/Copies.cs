using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;

namespace Platform.Kernel.Places;

/// <summary>What a service remembers of a street, from TenantConfigured. Belongs to no tenant: a street is found by it before one is entered.</summary>
public sealed class StreetCopy
{
    public required Guid Id { get; init; }
    public required string Code { get; set; }
    public required string Name { get; set; }
    public required string DivisionCode { get; set; }
    public required string TimeZone { get; set; }
    public required int Version { get; set; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

/// <summary>What a service remembers of an area, from AreaChanged.</summary>
public sealed class AreaCopy : ITenantOwned
{
    public required Guid Id { get; init; }
    public required Guid TenantId { get; init; }
    public required string Code { get; set; }
    public required string Name { get; set; }
    public required AreaLevel Level { get; set; }
    public Guid? ParentId { get; set; }

    /// <summary>Codes from the root to here, each with a slash after it.</summary>
    public required string Path { get; set; }

    public int Households { get; set; }
    public required int Version { get; set; }
}

/// <summary>What a service remembers of a year of the street's working calendar, from CalendarYearSet.</summary>
public sealed class CalendarYearCopy : ITenantOwned
{
    public required Guid TenantId { get; init; }
    public required int Year { get; init; }
    public required DateOnly[] DaysOff { get; set; }
    public required DateOnly[] MakeUpDays { get; set; }
    public required int Version { get; set; }
}

/// <summary>A service that counts working days: its database keeps the calendar's years too.</summary>
public interface IKeepsCalendars
{
    DbSet<CalendarYearCopy> CalendarYears { get; }
}

/// <summary>A service whose database keeps copies of places. Directory, which owns them, does not.</summary>
public abstract class PlacesDb(DbContextOptions options) : PlatformDb(options)
{
    private bool _changesWhatIsRemembered;

    public DbSet<StreetCopy> Streets => Set<StreetCopy>();
    public DbSet<AreaCopy> Areas => Set<AreaCopy>();

    public override IReadOnlyDictionary<Type, string> SharedAcrossTenants { get; } =
        new Dictionary<Type, string> { [typeof(StreetCopy)] = "a street is found by its short name before a tenant is entered" };

    /// <summary>Where there is one, the process's memory of streets.</summary>
    internal StreetMemory? Memory { get; set; }

    /// <summary>The street of this unit of work.</summary>
    public Task<StreetCopy> Street(CancellationToken ct) => Remembered(nameof(Street), () => Streets.AsNoTracking().SingleAsync(x => x.Id == TenantId, ct));

    /// <summary>What this is in this street, as it was read at most ten seconds ago; where nothing (null) was found, it is looked for again. Not to be changed.</summary>
    public Task<T> Remembered<T>(string what, Func<Task<T>> read) => Memory is { } memory ? memory.Of(TenantId, what, read) : read();

    /// <summary>Whether it forgets what is remembered of the street, that this is saved.</summary>
    protected virtual bool IsRemembered(object entity) => entity is StreetCopy or AreaCopy or CalendarYearCopy;

    /// <summary>The day in the street's zone.</summary>
    public async Task<DateOnly> Today(TimeProvider clock, CancellationToken ct) => clock.GetUtcNow().DayIn((await Street(ct)).Zone);

    private protected override void BeforeSaving()
    {
        _changesWhatIsRemembered |= ChangeTracker.Entries().Any(x => x.State is not EntityState.Unchanged && IsRemembered(x.Entity));
        base.BeforeSaving();
    }

    internal override void Committed()
    {
        if (_changesWhatIsRemembered) Memory?.Forget(TenantId);
        _changesWhatIsRemembered = false;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StreetCopy>(x => { x.ToTable("streets"); x.Ignore(r => r.Zone); x.HasIndex(r => r.Code).IsUnique(); });
        modelBuilder.Entity<AreaCopy>(x =>
        {
            x.ToTable("areas");
            x.HasIndex(r => new { r.TenantId, r.Code }).IsUnique();
            x.HasIndex(r => new { r.TenantId, r.Path });
        });
        if (this is IKeepsCalendars) modelBuilder.Entity<CalendarYearCopy>(x => x.ToTable("calendar_years").HasKey(r => new { r.TenantId, r.Year }));
        base.OnModelCreating(modelBuilder);
    }
}
