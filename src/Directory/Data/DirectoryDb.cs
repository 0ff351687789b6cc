using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using Platform.Directory.Domain;
using Platform.Directory.SignIn;
using Platform.Kernel.Data;

namespace Platform.Directory.Data;

/// <summary>Streets, areas, venues, people and roles; and beside them what signing in needs: accounts, clients, tokens.</summary>
public sealed class DirectoryDb(DbContextOptions<DirectoryDb> options) : PlatformDb(options)
{
    public DbSet<Street> Streets => Set<Street>();
    public DbSet<StreetAddress> Addresses => Set<StreetAddress>();
    public DbSet<CalendarYear> CalendarYears => Set<CalendarYear>();
    public DbSet<Area> Areas => Set<Area>();
    public DbSet<Venue> Venues => Set<Venue>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<Integrator> Integrators => Set<Integrator>();
    public DbSet<OneTimeCode> Codes => Set<OneTimeCode>();
    public DbSet<PhoneTries> PhoneTries => Set<PhoneTries>();
    public DbSet<Account> Accounts => Set<Account>();

    public override IReadOnlyDictionary<Type, string> SharedAcrossTenants { get; } = new Dictionary<Type, string>
    {
        [typeof(StreetAddress)] = "a street is found by its short name before a tenant is entered; it says no more than posters do",
        [typeof(Account)] = "an account is found by its name before anybody knows whose it is",
        [typeof(OpenIddictEntityFrameworkCoreApplication<Guid>)] = "a client proves itself before anybody knows whose it is",
        [typeof(OpenIddictEntityFrameworkCoreAuthorization<Guid>)] = "found by id from a token that is being checked",
        [typeof(OpenIddictEntityFrameworkCoreScope<Guid>)] = "what can be asked for is the same everywhere",
        [typeof(OpenIddictEntityFrameworkCoreToken<Guid>)] = "found by the token itself, which names its tenant only once it is read",
    };

    /// <summary>The street of this unit of work.</summary>
    public async Task<Street> Street(CancellationToken ct) => await Streets.SingleAsync(x => x.Id == TenantId, ct);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Street>(x => { x.ToTable("streets"); x.Ignore(r => r.Zone); });
        modelBuilder.Entity<StreetAddress>(x => { x.ToTable("street_addresses"); x.HasIndex(r => r.Code).IsUnique(); });
        modelBuilder.Entity<CalendarYear>(x => { x.ToTable("calendar_years"); x.Ignore(r => r.WorkingDays); x.HasIndex(r => new { r.TenantId, r.Year }).IsUnique(); });
        modelBuilder.Entity<Area>(x =>
        {
            x.ToTable("areas");
            x.HasIndex(r => new { r.TenantId, r.Path }).IsUnique();
            x.HasIndex(r => new { r.TenantId, r.Code }).IsUnique();
            x.Property(r => r.Outline).HasColumnType("jsonb");
        });
        modelBuilder.Entity<Venue>(x => { x.ToTable("venues"); x.HasIndex(r => new { r.TenantId, r.AreaId }); });
        modelBuilder.Entity<Person>(x =>
        {
            x.ToTable("people");
            x.HasIndex(r => new { r.TenantId, r.PhoneHash }).IsUnique();
            x.HasIndex(r => new { r.TenantId, r.DisplayName });
        });
        modelBuilder.Entity<Membership>(x =>
        {
            x.ToTable("memberships");
            x.HasIndex(r => new { r.TenantId, r.PersonId });
            x.HasIndex(r => new { r.TenantId, r.AreaId, r.Role });
            x.Property(r => r.Role).HasConversion<string>().HasMaxLength(40);
        });
        modelBuilder.Entity<Integrator>(x =>
        {
            x.ToTable("integrators");
            x.HasIndex(r => r.ClientId).IsUnique();
            x.HasIndex(r => new { r.TenantId, r.KeyHash }).IsUnique().HasFilter("key_hash IS NOT NULL");
        });
        modelBuilder.Entity<OneTimeCode>(x =>
        {
            x.ToTable("one_time_codes");
            x.HasIndex(r => new { r.TenantId, r.PhoneHash, r.At });
            x.HasIndex(r => new { r.TenantId, r.At });
        });
        modelBuilder.Entity<PhoneTries>(x =>
        {
            x.ToTable("phone_tries");
            x.HasKey(r => new { r.TenantId, r.Of });
            x.HasIndex(r => new { r.TenantId, r.At });
        });
        modelBuilder.MapSignIn();
        base.OnModelCreating(modelBuilder);
    }
}
