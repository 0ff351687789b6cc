using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Refusals;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Data;

/// <content>Candidates, convenors and the roster.</content>
public sealed partial class MeetingsDb
{
    public DbSet<Candidate> Candidates => Set<Candidate>();
    public DbSet<RosterEntry> Roster => Set<RosterEntry>();

    /// <summary>A candidacy with all that hangs on it, to look at.</summary>
    /// <exception cref="RefusedException">404.</exception>
    public async Task<Candidate> Candidate(Guid id, CancellationToken ct) =>
        await Candidates.Include(x => x.Visits).Include(x => x.Statements).Include(x => x.Objections).Include(x => x.Terms).AsSplitQuery()
            .SingleOrDefaultAsync(x => x.Id == id, ct) ?? throw new RefusedException(KernelRefusals.NotFound);

    /// <summary>A candidacy to act on: of two people at once the second finds what the first did.</summary>
    /// <exception cref="RefusedException">404; 412 where If-Match names another version.</exception>
    public async Task<Candidate> HoldCandidate(Guid id, CancellationToken ct)
    {
        await Database.ExecuteSqlAsync($"SELECT 1 FROM candidates WHERE id = {id} FOR UPDATE", ct);
        var candidate = await Candidate(id, ct);
        Match(candidate);
        return candidate;
    }

    /// <summary>The roster entry of an appointment.</summary>
    public Task<RosterEntry?> EntryOf(Candidate appointed, CancellationToken ct) =>
        Roster.SingleOrDefaultAsync(x => x.CandidateId == appointed.Id && x.State != RosterState.Ended, ct);
}

internal sealed class CandidateMapping : IEntityTypeConfiguration<Candidate>
{
    public void Configure(EntityTypeBuilder<Candidate> builder)
    {
        builder.ToTable("candidates");
        builder.Property(x => x.Name).HasMaxLength(50);
        builder.Property(x => x.Phone).HasMaxLength(300);
        builder.Property(x => x.Referee).HasMaxLength(50);
        builder.Property(x => x.Words).HasMaxLength(2000);
        builder.Property(x => x.DecisionReason).HasMaxLength(1000);
        builder.Property(x => x.DecisionMinutes).HasMaxLength(4000);
        builder.Property(x => x.EndReason).HasMaxLength(500);
        builder.Ignore(x => x.PublicName).Ignore(x => x.MayWithdraw);
        builder.HasIndex(x => new { x.TenantId, x.State, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.AreaId, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.PersonId, x.Id });
        // One candidacy a person and body at a time, also where two propose at once.
        builder.HasIndex(x => new { x.BodyId, x.PersonId }).IsUnique().HasFilter("state NOT IN ('Rejected', 'Ended', 'Withdrawn')");
        builder.HasIndex(x => new { x.BodyId, x.Id });
        builder.HasOne<Body>().WithMany().HasForeignKey(x => x.BodyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(x => x.Visits).WithOne().HasForeignKey(x => x.CandidateId);
        builder.HasMany(x => x.Statements).WithOne().HasForeignKey(x => x.CandidateId);
        builder.HasMany(x => x.Objections).WithOne().HasForeignKey(x => x.CandidateId);
        builder.HasMany(x => x.Terms).WithOne().HasForeignKey(x => x.CandidateId);
    }
}

internal sealed class GatheredMapping
    : IEntityTypeConfiguration<CandidateVisit>, IEntityTypeConfiguration<CandidateStatement>, IEntityTypeConfiguration<Objection>, IEntityTypeConfiguration<ConvenorTerm>
{
    public void Configure(EntityTypeBuilder<CandidateVisit> builder)
    {
        builder.ToTable("candidate_visits").HasIndex(x => x.CandidateId);
        builder.Property(x => x.Visitors).HasMaxLength(100);
        builder.Property(x => x.Notes).HasMaxLength(4000);
    }

    public void Configure(EntityTypeBuilder<CandidateStatement> builder)
    {
        builder.ToTable("candidate_statements").HasIndex(x => x.CandidateId);
        builder.HasIndex(x => new { x.TenantId, x.SpeakerId });
        builder.Property(x => x.Speaker).HasMaxLength(50);
        builder.Property(x => x.Words).HasMaxLength(2000);
    }

    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.ToTable("candidate_objections").HasIndex(x => new { x.CandidateId, x.ObjectorId }).IsUnique();
        builder.HasIndex(x => new { x.TenantId, x.ObjectorId });
        builder.Property(x => x.Words).HasMaxLength(2000);
        builder.Property(x => x.Reason).HasMaxLength(1000);
    }

    public void Configure(EntityTypeBuilder<ConvenorTerm> builder) => builder.ToTable("convenor_terms").HasIndex(x => x.CandidateId);
}

internal sealed class RosterMapping : IEntityTypeConfiguration<RosterEntry>
{
    public void Configure(EntityTypeBuilder<RosterEntry> builder)
    {
        builder.ToTable("roster_entries");
        builder.Property(x => x.Name).HasMaxLength(50);
        builder.Property(x => x.Unit).HasMaxLength(100);
        builder.Property(x => x.Skills).HasMaxLength(500);
        builder.Property(x => x.Reason).HasMaxLength(500);
        builder.HasIndex(x => new { x.TenantId, x.State, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.AreaId, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.PersonId });
        builder.HasIndex(x => x.CandidateId);
        builder.HasIndex(x => new { x.BodyId, x.Id });
        builder.HasIndex(x => new { x.BodyId, x.PersonId, x.Role }).IsUnique().HasFilter("state <> 'Ended'");
        builder.HasOne<Body>().WithMany().HasForeignKey(x => x.BodyId).OnDelete(DeleteBehavior.Restrict);
    }
}
