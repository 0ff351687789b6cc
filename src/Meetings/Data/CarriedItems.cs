using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Refusals;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Data;

/// <content>Free items that come back.</content>
public sealed partial class MeetingsDb
{
    public DbSet<CarriedItem> CarriedItems => Set<CarriedItem>();

    /// <summary>Carried items, held for putting them on an agenda or dropping them: of two people at once the second finds what the first did.</summary>
    public async Task<List<CarriedItem>> TakeCarried(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToArray();
        await Database.ExecuteSqlAsync($"SELECT 1 FROM carried_items WHERE id = ANY({wanted}) ORDER BY id FOR UPDATE", ct);
        var found = await CarriedItems.Where(x => wanted.Contains(x.Id)).ToDictionaryAsync(x => x.Id, ct);
        return [.. wanted.Where(found.ContainsKey).Select(x => found[x])];
    }

    /// <summary>What becomes of a free item that a meeting is done with: it waits for another, or one level up, or is settled. Nothing of others.</summary>
    /// <exception cref="RefusedException">There is no level above.</exception>
    private async Task Carry(Meeting meeting, AgendaItem item, Guid by, DateTimeOffset now, CancellationToken ct)
    {
        if (!item.IsFree) return;
        var carried = item.CarriedId is { } id ? await CarriedItems.SingleAsync(x => x.Id == id, ct) : null;
        if (carried is null && !item.ComesBack(meeting.ConvenedAt is not null)) return;
        carried ??= CarriedItems.Add(new CarriedItem(item)).Entity;
        carried.CameTo(meeting, item, item.Outcome is Outcome.Escalated ? await AreaAbove(meeting.AreaId, ct) : null, by, now);
    }

    private async Task<(Guid, AreaLevel)?> AreaAbove(Guid areaId, CancellationToken ct)
    {
        var above = await Areas.Where(x => x.Id == areaId).Join(Areas, x => x.ParentId, x => x.Id, (_, x) => new { x.Id, x.Level }).SingleOrDefaultAsync(ct);
        return above is null ? throw new RefusedException(MeetingRefusals.NoLevelAbove) : (above.Id, above.Level);
    }
}

internal sealed class CarriedMapping : IEntityTypeConfiguration<CarriedItem>, IEntityTypeConfiguration<CarriedStep>
{
    public void Configure(EntityTypeBuilder<CarriedItem> builder)
    {
        builder.ToTable("carried_items").HasIndex(x => new { x.TenantId, x.AreaId, x.State, x.Id });
        builder.HasIndex(x => x.MeetingId);
        builder.Property(x => x.Title).HasMaxLength(200);
        builder.HasMany(x => x.Steps).WithOne().HasForeignKey(x => x.CarriedId);
    }

    public void Configure(EntityTypeBuilder<CarriedStep> builder)
    {
        builder.ToTable("carried_steps").HasIndex(x => new { x.CarriedId, x.At });
        builder.Property(x => x.Reason).HasMaxLength(500);
    }
}
