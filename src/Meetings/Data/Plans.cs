using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Refusals;
using Platform.Meetings.Domain;
using Platform.Meetings.Drawings;

namespace Platform.Meetings.Data;

/// <content>Plans, what is said to them, and online discussions.</content>
public sealed partial class MeetingsDb
{
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<Opinion> Opinions => Set<Opinion>();
    public DbSet<FocusInterview> Interviews => Set<FocusInterview>();
    public DbSet<Drawing> Drawings => Set<Drawing>();
    public DbSet<DiscussionPoint> DiscussionPoints => Set<DiscussionPoint>();
    public DbSet<DiscussionSummary> Summaries => Set<DiscussionSummary>();

    /// <summary>A plan with stakeholders, versions and rounds, to look at.</summary>
    /// <exception cref="RefusedException">404; 412 where If-Match names another version.</exception>
    public async Task<Plan> Plan(Guid id, CancellationToken ct)
    {
        var plan = await Plans.Include(x => x.Stakeholders).Include(x => x.Rounds).Include(x => x.Versions).ThenInclude(x => x.Answers)
            .AsSplitQuery().SingleOrDefaultAsync(x => x.Id == id, ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        Match(plan);
        return plan;
    }

    /// <summary>A plan to act on: of two people at once the second finds what the first did.</summary>
    public async Task<Plan> HoldPlan(Guid id, CancellationToken ct)
    {
        await Database.ExecuteSqlAsync($"SELECT 1 FROM plans WHERE id = {id} FOR UPDATE", ct);
        return await Plan(id, ct);
    }

    /// <summary>A plan to say something to: many do so at once, and its round is not closed, nor it made final, meanwhile.</summary>
    public async Task<Plan> JoinPlan(Guid id, CancellationToken ct)
    {
        await Database.ExecuteSqlAsync($"SELECT 1 FROM plans WHERE id = {id} FOR SHARE", ct);
        return await Plan(id, ct);
    }

    /// <summary>One after the other, whatever this id names that has no row yet; until the transaction ends.</summary>
    public Task<int> TakeTurns(Guid one, Guid other, CancellationToken ct) => Database.ExecuteSqlAsync(
        $"SELECT pg_advisory_xact_lock({BitConverter.ToInt64(one.ToByteArray().AsSpan(8)) ^ BitConverter.ToInt64(other.ToByteArray().AsSpan(8))})", ct);

    /// <summary>An opinion with its clarifications.</summary>
    /// <exception cref="RefusedException">404; 412 where If-Match names another version.</exception>
    public async Task<Opinion> Opinion(Guid id, CancellationToken ct)
    {
        var opinion = await Opinions.Include(x => x.Clarifications).SingleOrDefaultAsync(x => x.Id == id, ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        Match(opinion);
        return opinion;
    }

    /// <summary>What the gate is made from: every concern, and the answers of the latest round.</summary>
    public Task<List<Opinion>> BeforeTheGate(Plan plan, CancellationToken ct)
    {
        var round = plan.LastRound?.Id;
        var named = plan.Stakeholders.Select(x => x.PersonId).ToList();
        return Opinions.Where(x => x.PlanId == plan.Id && (x.Stand == Stand.Objection || x.RoundId == round && named.Contains(x.PersonId))).ToListAsync(ct);
    }
}

internal sealed class PlanMapping : IEntityTypeConfiguration<Plan>, IEntityTypeConfiguration<Stakeholder>, IEntityTypeConfiguration<PlanVersion>,
    IEntityTypeConfiguration<VersionAnswer>, IEntityTypeConfiguration<PlanRound>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("plans");
        builder.Property(x => x.Title).HasMaxLength(200);
        builder.Property(x => x.ReceiptNumber).HasMaxLength(40);
        builder.HasIndex(x => new { x.BodyId, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.FinalisedAt, x.Id });
        builder.HasOne<Body>().WithMany().HasForeignKey(x => x.BodyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(x => x.Stakeholders).WithOne().HasForeignKey(x => x.PlanId);
        builder.HasMany(x => x.Versions).WithOne().HasForeignKey(x => x.PlanId);
        builder.HasMany(x => x.Rounds).WithOne().HasForeignKey(x => x.PlanId);
        builder.Ignore(x => x.LastVersion).Ignore(x => x.LastRound);
    }

    public void Configure(EntityTypeBuilder<Stakeholder> builder)
    {
        builder.ToTable("plan_stakeholders").HasIndex(x => new { x.PlanId, x.PersonId });
        builder.HasIndex(x => new { x.TenantId, x.PersonId });
        builder.Property(x => x.Name).HasMaxLength(50);
        builder.Property(x => x.Party).HasMaxLength(50);
    }

    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.ToTable("plan_versions").HasIndex(x => new { x.PlanId, x.Number }).IsUnique();
        builder.HasMany(x => x.Answers).WithOne().HasForeignKey(x => x.VersionId);
    }

    public void Configure(EntityTypeBuilder<VersionAnswer> builder)
    {
        builder.ToTable("plan_version_answers").HasIndex(x => new { x.VersionId, x.OpinionId }).IsUnique();
        builder.HasIndex(x => new { x.TenantId, x.OpinionId });
        builder.Property(x => x.How).HasMaxLength(1000);
    }

    public void Configure(EntityTypeBuilder<PlanRound> builder)
    {
        builder.ToTable("plan_rounds").HasIndex(x => new { x.PlanId, x.Number }).IsUnique();
        builder.HasIndex(x => new { x.TenantId, x.To });
    }
}
