using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Issues.Domain;

namespace Platform.Issues.Data;

internal sealed class CampaignMapping : IEntityTypeConfiguration<Campaign>, IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.ToTable("campaigns");
        builder.Property(x => x.Code).HasMaxLength(Limits.Campaign);
        builder.Property(x => x.Name).HasMaxLength(Limits.Title);
        builder.Property(x => x.Purpose).HasMaxLength(Limits.What);
        builder.PrimitiveCollection(x => x.Means).ElementType().HasConversion<string>();
        builder.HasMany(x => x.Placements).WithOne().HasForeignKey(x => x.CampaignId);
        builder.Navigation(x => x.Placements).AutoInclude();
        builder.HasIndex(x => new { x.TenantId, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Placement> builder)
    {
        builder.ToTable("campaign_placements");
        builder.Property(x => x.Code).HasMaxLength(Limits.Campaign);
        builder.Property(x => x.Where).HasMaxLength(Limits.Title);
        builder.HasIndex(x => new { x.TenantId, x.Code }).IsUnique();
        builder.HasIndex(x => new { x.TenantId, x.CampaignId });
    }
}
