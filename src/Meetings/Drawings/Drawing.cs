using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Drawings;

/// <summary>What a drawing is kept as: a picture that we made anew, or a PDF as it came.</summary>
public enum DrawingKind { Picture, Pdf }

/// <summary>A drawing of a plan's version. Uploaded first, and attached by its uploader when the version is published.</summary>
public sealed class Drawing : TenantRow
{
    public const int AtMost = 9, NameAtMost = 100;

    public required Guid UploadedById { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DrawingKind Kind { get; init; }

    /// <summary>What its uploader called it, for people; never a path.</summary>
    public required string Name { get; init; }

    public Guid? PlanId { get; private set; }
    public Guid? VersionId { get; private set; }

    public string MediaType => Kind is DrawingKind.Pdf ? "application/pdf" : "image/jpeg";

    /// <summary>Its name in the attachment store: made of ids of ours, never of what somebody sent.</summary>
    public string NameIn(Guid tenant) => $"{tenant}/meetings/{Id}.{(Kind is DrawingKind.Pdf ? "pdf" : "jpg")}";

    internal void AttachTo(PlanVersion version, Guid planId) => (PlanId, VersionId) = (planId, version.Id);
}

internal sealed class DrawingMapping : IEntityTypeConfiguration<Drawing>
{
    public void Configure(EntityTypeBuilder<Drawing> builder)
    {
        builder.ToTable("drawings");
        builder.Property(x => x.Name).HasMaxLength(Drawing.NameAtMost);
        builder.HasIndex(x => new { x.TenantId, x.PlanId, x.VersionId });
        builder.HasIndex(x => new { x.TenantId, x.At }).HasFilter("plan_id IS NULL");
    }
}

/// <summary>Attaching what was uploaded before.</summary>
public static class Attaching
{
    /// <summary>One's own drawings that are not attached yet go with a version.</summary>
    /// <exception cref="RefusedException">400: somebody else's, attached elsewhere, or unknown.</exception>
    public static async Task Attach(this MeetingsDb db, IReadOnlyCollection<Guid>? ids, Guid uploader, Plan plan, PlanVersion version, CancellationToken ct)
    {
        var wanted = (ids ?? []).Distinct().ToList();
        var found = await db.Drawings.Where(x => wanted.Contains(x.Id) && x.UploadedById == uploader && x.PlanId == null).ToListAsync(ct);
        if (found.Count != wanted.Count) throw new RefusedException(PlanRefusals.UnknownDrawing);
        foreach (var drawing in found) drawing.AttachTo(version, plan.Id);
    }
}
