using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Places;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Data;

/// <summary>The database of Volunteers: teams, activities, who signed up and was there, and the hours ledger.</summary>
public sealed class VolunteersDb(DbContextOptions<VolunteersDb> options) : PlacesDb(options)
{
    public DbSet<Team> Teams => Set<Team>();
    public DbSet<TeamMember> TeamMembers => Set<TeamMember>();
    public DbSet<Activity> Activities => Set<Activity>();
    public DbSet<SignUp> SignUps => Set<SignUp>();
    public DbSet<HoursEntry> Hours => Set<HoursEntry>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Team>(x =>
        {
            x.ToTable("teams");
            x.Property(t => t.Kind).HasConversion<string>();
        });
        modelBuilder.Entity<TeamMember>(x =>
        {
            x.ToTable("team_members");
            x.HasIndex(m => new { m.TenantId, m.TeamId, m.PersonId }).IsUnique();
            x.HasOne<Team>().WithMany().HasForeignKey(m => m.TeamId);
        });
        modelBuilder.Entity<Activity>(x =>
        {
            x.ToTable("activities", t => t.HasCheckConstraint("never_one_too_many", "taken >= 0 AND taken <= capacity"));
            x.Property(a => a.Status).HasConversion<string>();
            x.HasIndex(a => new { a.TenantId, a.StartsAt, a.Id });
            // One action makes one activity, however often its resolution is heard.
            x.HasIndex(a => new { a.TenantId, a.ActionId }).IsUnique();
        });
        modelBuilder.Entity<SignUp>(x =>
        {
            x.ToTable("sign_ups");
            x.Property(s => s.Status).HasConversion<string>();
            x.Property(s => s.Turn).UseIdentityByDefaultColumn();
            x.HasIndex(s => new { s.TenantId, s.ActivityId, s.PersonId }).IsUnique().HasFilter("status <> 'GivenUp'");
            x.HasIndex(s => new { s.TenantId, s.PersonId, s.Id });
            x.HasIndex(s => new { s.ActivityId, s.Turn }).HasFilter("status = 'Waiting'");
            x.HasOne<Activity>().WithMany().HasForeignKey(s => s.ActivityId);
            x.HasMany(s => s.Attendances).WithOne().HasForeignKey(a => a.SignUpId);
        });
        modelBuilder.Entity<Attendance>(x => x.ToTable("attendances"));
        modelBuilder.Entity<HoursEntry>(x =>
        {
            x.ToTable("hours_ledger");
            x.HasIndex(h => new { h.TenantId, h.PersonId, h.Id });
            // Credited once a person and activity, though two people verify at the same moment.
            x.HasIndex(h => new { h.TenantId, h.ActivityId, h.PersonId }).IsUnique().HasFilter("corrects_id IS NULL");
            x.HasIndex(h => h.CorrectsId);
        });
        base.OnModelCreating(modelBuilder);
    }
}
