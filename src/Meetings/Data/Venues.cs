using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Tenancy;

namespace Platform.Meetings.Data;

/// <summary>What this service remembers of a venue, from VenueChanged.</summary>
public sealed class VenueCopy : ITenantOwned
{
    public required Guid Id { get; init; }
    public required Guid TenantId { get; init; }
    public required Guid AreaId { get; set; }
    public required VenueKind Kind { get; set; }
    public required string Name { get; set; }
    public required int Capacity { get; set; }
    public required bool Open { get; set; }
    public required int Version { get; set; }
}

internal sealed class VenueCopyMapping : IEntityTypeConfiguration<VenueCopy>
{
    public void Configure(EntityTypeBuilder<VenueCopy> builder)
    {
        builder.ToTable("venues").HasIndex(x => new { x.TenantId, x.AreaId });
        builder.Property(x => x.Name).HasMaxLength(100);
    }
}
