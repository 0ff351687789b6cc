using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Refusals;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Data;

/// <content>Great party committees: terms and part-time members.</content>
public sealed partial class MeetingsDb
{
    public DbSet<CommitteeTerm> CommitteeTerms => Set<CommitteeTerm>();
    public DbSet<CommitteeMember> CommitteeMembers => Set<CommitteeMember>();

    /// <summary>The term that a proposal is for: the latest.</summary>
    public Task<CommitteeTerm?> LatestTerm(Guid body, CancellationToken ct) =>
        CommitteeTerms.Where(x => x.BodyId == body).OrderByDescending(x => x.Number).FirstOrDefaultAsync(ct);

    /// <summary>A member of that body, held: of two who decide at once the second finds it decided.</summary>
    /// <exception cref="RefusedException">404; 412 where If-Match names another version.</exception>
    public async Task<CommitteeMember> HoldMember(Guid body, Guid id, CancellationToken ct)
    {
        await Database.ExecuteSqlAsync($"SELECT 1 FROM committee_members WHERE id = {id} FOR UPDATE", ct);
        var member = await CommitteeMembers.SingleOrDefaultAsync(x => x.Id == id && x.BodyId == body, ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        Match(member);
        return member;
    }

    /// <exception cref="RefusedException">409 member.already: proposed or serving already.</exception>
    public async Task DemandNoMember(Guid body, Guid person, DateOnly today, CancellationToken ct)
    {
        var known = await CommitteeMembers.Where(x => x.BodyId == body && x.PersonId == person && x.To >= today).ToListAsync(ct);
        if (known.Exists(x => x.StateOn(today) is not MemberState.Declined)) throw new RefusedException(CommitteeRefusals.Already);
    }
}

internal sealed class CommitteeMapping : IEntityTypeConfiguration<CommitteeTerm>, IEntityTypeConfiguration<CommitteeMember>
{
    public void Configure(EntityTypeBuilder<CommitteeTerm> builder)
    {
        builder.ToTable("committee_terms").HasIndex(x => new { x.BodyId, x.Number }).IsUnique();
        builder.Property(x => x.Note).HasMaxLength(500);
        builder.HasOne<Body>().WithMany().HasForeignKey(x => x.BodyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CommitteeMember> builder)
    {
        builder.ToTable("committee_members");
        builder.Property("Declined");
        builder.Property(x => x.Name).HasMaxLength(50);
        builder.Property(x => x.Unit).HasMaxLength(100);
        builder.Property(x => x.Duties).HasMaxLength(500);
        builder.Property(x => x.Reason).HasMaxLength(500);
        builder.HasIndex(x => new { x.TenantId, x.BodyId, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.PersonId });
        builder.HasOne<Body>().WithMany().HasForeignKey(x => x.BodyId).OnDelete(DeleteBehavior.Restrict);
    }
}
