using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Refusals;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Data;

/// <content>Training: workshops, who comes, certificates.</content>
public sealed partial class MeetingsDb
{
    public DbSet<Workshop> Workshops => Set<Workshop>();
    public DbSet<TrainingSession> TrainingSessions => Set<TrainingSession>();
    public DbSet<TrainingPlace> TrainingPlaces => Set<TrainingPlace>();
    public DbSet<Assessment> Assessments => Set<Assessment>();
    public DbSet<Certificate> Certificates => Set<Certificate>();

    /// <summary>A workshop with all that hangs on it, to look at.</summary>
    /// <exception cref="RefusedException">404.</exception>
    public async Task<Workshop> Workshop(Guid id, CancellationToken ct) =>
        await Workshops.Include(x => x.Sessions).ThenInclude(x => x.Places).Include(x => x.Assessments).ThenInclude(x => x.Scores).AsSplitQuery()
            .SingleOrDefaultAsync(x => x.Id == id, ct) ?? throw new RefusedException(KernelRefusals.NotFound);

    /// <summary>A workshop to act on: of two people at once the second finds what the first did.</summary>
    /// <exception cref="RefusedException">404; 412 where If-Match names another version.</exception>
    public async Task<Workshop> HoldWorkshop(Guid id, CancellationToken ct)
    {
        await Database.ExecuteSqlAsync($"SELECT 1 FROM workshops WHERE id = {id} FOR UPDATE", ct);
        var workshop = await Workshop(id, ct);
        Match(workshop);
        return workshop;
    }

    /// <summary>A session to sign up for, or to come to: its places are counted by one at a time, and the workshop cannot move on meanwhile.</summary>
    public async Task<Workshop> HoldSession(Guid id, Guid sessionId, CancellationToken ct)
    {
        await Database.ExecuteSqlAsync($"SELECT 1 FROM workshops WHERE id = {id} FOR SHARE", ct);
        await Database.ExecuteSqlAsync($"SELECT 1 FROM training_sessions WHERE id = {sessionId} FOR UPDATE", ct);
        return await Workshop(id, ct);
    }
}

internal sealed class WorkshopMapping : IEntityTypeConfiguration<Workshop>, IEntityTypeConfiguration<TrainingSession>, IEntityTypeConfiguration<TrainingPlace>
{
    public void Configure(EntityTypeBuilder<Workshop> builder)
    {
        builder.ToTable("workshops");
        builder.Property(x => x.Title).HasMaxLength(100);
        builder.Property(x => x.Aim).HasMaxLength(2000);
        builder.Property(x => x.Reason).HasMaxLength(500);
        builder.Property("Taught");
        builder.Ignore(x => x.Competencies).Ignore(x => x.Attendees);
        builder.HasIndex(x => new { x.TenantId, x.State, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.AreaId, x.Id });
        builder.HasMany(x => x.Sessions).WithOne().HasForeignKey(x => x.WorkshopId);
        builder.HasMany(x => x.Assessments).WithOne().HasForeignKey(x => x.WorkshopId);
    }

    public void Configure(EntityTypeBuilder<TrainingSession> builder)
    {
        builder.ToTable("training_sessions");
        builder.Property(x => x.Place).HasMaxLength(100);
        builder.Property("RoomSecret");
        builder.Ignore(x => x.Taken);
        builder.HasIndex(x => new { x.WorkshopId, x.StartsAt });
        builder.HasMany(x => x.Places).WithOne().HasForeignKey(x => x.SessionId);
    }

    public void Configure(EntityTypeBuilder<TrainingPlace> builder)
    {
        builder.ToTable("training_places").HasIndex(x => new { x.SessionId, x.PersonId }).IsUnique();
        builder.HasIndex(x => new { x.TenantId, x.PersonId, x.Id });
        builder.Property(x => x.Name).HasMaxLength(50);
        builder.Ignore(x => x.IsHeld);
    }
}

internal sealed class AssessmentMapping : IEntityTypeConfiguration<Assessment>, IEntityTypeConfiguration<Score>, IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.ToTable("training_assessments").HasIndex(x => new { x.WorkshopId, x.PersonId }).IsUnique();
        builder.HasIndex(x => new { x.TenantId, x.PersonId });
        builder.Property(x => x.Name).HasMaxLength(50);
        builder.HasMany(x => x.Scores).WithOne().HasForeignKey(x => x.AssessmentId);
    }

    public void Configure(EntityTypeBuilder<Score> builder) => builder.ToTable("training_scores").HasIndex(x => new { x.AssessmentId, x.Competency }).IsUnique();

    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("training_certificates");
        builder.Property(x => x.Name).HasMaxLength(50);
        builder.Property(x => x.WorkshopTitle).HasMaxLength(100);
        builder.Property(x => x.Number).HasMaxLength(30);
        builder.Property(x => x.RevokedBecause).HasMaxLength(500);
        builder.HasIndex(x => new { x.TenantId, x.Number }).IsUnique();
        // Said once a person and workshop, also where two give it at once.
        builder.HasIndex(x => new { x.WorkshopId, x.PersonId }).IsUnique();
        builder.HasIndex(x => new { x.TenantId, x.PersonId, x.Id });
        builder.HasOne<Workshop>().WithMany().HasForeignKey(x => x.WorkshopId).OnDelete(DeleteBehavior.Restrict);
    }
}
