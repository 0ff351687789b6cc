using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Data;

internal sealed class BodyMapping : IEntityTypeConfiguration<Body>
{
    public void Configure(EntityTypeBuilder<Body> builder)
    {
        builder.Property(x => x.Name).HasMaxLength(100);
        builder.HasIndex(x => new { x.TenantId, x.AreaId });
        // One body a venue, also when two facts about the venue are heard at once.
        builder.HasIndex(x => x.VenueId).IsUnique();
        builder.HasMany(x => x.Seats).WithOne().HasForeignKey(x => x.BodyId);
        builder.HasMany(x => x.RuleSets).WithOne().HasForeignKey(x => x.BodyId);
        builder.Ignore(x => x.InForce);
    }
}

internal sealed class SeatMapping : IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<Seat> builder)
    {
        builder.ToTable("seats").HasIndex(x => new { x.BodyId, x.PersonId }).IsUnique();
        builder.HasIndex(x => new { x.TenantId, x.PersonId });
        builder.Property(x => x.Name).HasMaxLength(50);
    }
}

internal sealed class RuleSetMapping : IEntityTypeConfiguration<RuleSet>
{
    public void Configure(EntityTypeBuilder<RuleSet> builder)
    {
        builder.ToTable("rule_sets").HasIndex(x => new { x.BodyId, x.Number }).IsUnique();
        builder.ComplexProperty(x => x.Rules, rules => rules.ComplexProperty(x => x.PerClass));
    }
}

internal sealed class InboxIssueMapping : IEntityTypeConfiguration<InboxIssue>
{
    public void Configure(EntityTypeBuilder<InboxIssue> builder)
    {
        builder.HasIndex(x => new { x.TenantId, x.AreaId, x.Standing, x.Id });
        builder.HasIndex(x => x.MeetingId);
        builder.HasIndex(x => new { x.TenantId, x.ReceiptNumber });
        builder.Property(x => x.ReceiptNumber).HasMaxLength(40);
        builder.Property("StandingSince");
        builder.Ignore(x => x.IsWaiting);
    }
}

internal sealed class MeetingMapping : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.HasIndex(x => new { x.TenantId, x.StartsAt, x.Id });
        builder.HasIndex(x => new { x.BodyId, x.StartsAt });
        builder.Property(x => x.Place).HasMaxLength(100);
        builder.Property("RoomSecret");
        builder.HasOne<Body>().WithMany().HasForeignKey(x => x.BodyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.RuleSet).WithMany().HasForeignKey(x => x.RuleSetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(x => x.Items).WithOne().HasForeignKey(x => x.MeetingId);
        builder.HasMany(x => x.Roll).WithOne().HasForeignKey(x => x.MeetingId);
        builder.HasMany(x => x.Guests).WithOne().HasForeignKey(x => x.MeetingId);
        builder.HasMany(x => x.Breaches).WithOne().HasForeignKey(x => x.MeetingId);
        builder.Property(x => x.Link).HasMaxLength(500);
        builder.Property(x => x.ChairName).HasMaxLength(50);
        builder.Property(x => x.RecorderName).HasMaxLength(50);
        builder.Ignore(x => x.Quorum).Ignore(x => x.IsTalkedOver);
    }
}

internal sealed class AgendaItemMapping : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.ToTable("agenda_items");
        builder.Property(x => x.Title).HasMaxLength(200);
        builder.Property(x => x.ReceiptNumber).HasMaxLength(40);
        builder.HasIndex(x => new { x.TenantId, x.IssueId });
        builder.HasIndex(x => new { x.TenantId, x.PlanId });
        builder.HasMany(x => x.Votes).WithOne().HasForeignKey(x => x.ItemId);
        builder.HasMany(x => x.Recusals).WithOne().HasForeignKey(x => x.ItemId);
        builder.Ignore(x => x.LastVote).Ignore(x => x.IsVotedOn).Ignore(x => x.IsFree);
    }
}

internal sealed class RollEntryMapping : IEntityTypeConfiguration<RollEntry>
{
    public void Configure(EntityTypeBuilder<RollEntry> builder)
    {
        builder.ToTable("roll_entries").HasIndex(x => new { x.MeetingId, x.PersonId }).IsUnique();
        builder.HasIndex(x => new { x.TenantId, x.PersonId });
        builder.Property(x => x.Name).HasMaxLength(50);
    }
}

internal sealed class ResolutionMapping : IEntityTypeConfiguration<Resolution>
{
    public void Configure(EntityTypeBuilder<Resolution> builder)
    {
        builder.HasIndex(x => x.ItemId).IsUnique();
        builder.HasIndex(x => x.MeetingId);
        builder.HasIndex(x => new { x.TenantId, x.ReviewOn }).HasFilter("review_on IS NOT NULL");
        builder.Property(x => x.ReviewWords).HasMaxLength(1000);
        builder.HasMany(x => x.Actions).WithOne().HasForeignKey(x => x.ResolutionId);
    }
}

internal sealed class FollowUpMapping : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.Property(x => x.What).HasMaxLength(500);
        builder.HasIndex(x => new { x.TenantId, x.State, x.DueOn, x.Id });
    }
}
