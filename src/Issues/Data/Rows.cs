using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Data;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Data;

/// <summary>附议: one a person and issue.</summary>
public sealed class Endorsement : TenantRow
{
    public required Guid IssueId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>关注.</summary>
public sealed class Follower : TenantRow
{
    public required Guid IssueId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>The last receipt number of a street's year. Its row is the lock: numbers have no gaps because it rolls back with the issue.</summary>
public sealed class ReceiptCounter : ITenantOwned
{
    public required Guid TenantId { get; init; }
    public required int Year { get; init; }
    public int Last { get; init; }
}

internal sealed class RowsMapping :
    IEntityTypeConfiguration<Endorsement>, IEntityTypeConfiguration<Follower>, IEntityTypeConfiguration<ReceiptCounter>
{
    public void Configure(EntityTypeBuilder<Endorsement> builder)
    {
        builder.ToTable("endorsements");
        builder.HasIndex(x => new { x.TenantId, x.IssueId, x.PersonId }).IsUnique();
        builder.HasIndex(x => new { x.TenantId, x.PersonId });
    }

    public void Configure(EntityTypeBuilder<Follower> builder)
    {
        builder.ToTable("followers");
        builder.HasIndex(x => new { x.TenantId, x.IssueId, x.PersonId }).IsUnique();
        builder.HasIndex(x => new { x.TenantId, x.PersonId });
    }

    public void Configure(EntityTypeBuilder<ReceiptCounter> builder)
    {
        builder.ToTable("receipt_counters");
        builder.HasKey(x => new { x.TenantId, x.Year });
    }
}
