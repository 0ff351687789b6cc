using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Photos;

/// <summary>A picture, re-encoded by us. Uploaded first and attached by its uploader afterwards; what is not attached within a day is deleted.</summary>
public sealed class Photo : TenantRow
{
    public const int AtMost = 9;

    public required Guid UploadedById { get; init; }
    public required DateTimeOffset At { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required int Bytes { get; init; }
    public Guid? IssueId { get; private set; }

    /// <summary>The action that it proves; null for what the reporter showed.</summary>
    public Guid? ActionId { get; private set; }

    /// <summary>Its name in the attachment store.</summary>
    public string NameIn(Guid tenant) => $"{tenant}/issues/{Id}.jpg";

    internal void AttachTo(Guid issueId, Guid? actionId) => (IssueId, ActionId) = (issueId, actionId);
}

internal sealed class PhotoMapping : IEntityTypeConfiguration<Photo>
{
    public void Configure(EntityTypeBuilder<Photo> builder)
    {
        builder.ToTable("photos");
        builder.HasIndex(x => new { x.TenantId, x.IssueId });
        builder.HasIndex(x => new { x.TenantId, x.At }).HasFilter("issue_id IS NULL");
    }
}

/// <summary>Attaching what was uploaded before.</summary>
public static class Attaching
{
    /// <summary>Attaches one's own photos that are not attached yet.</summary>
    /// <exception cref="RefusedException">400: more than nine, somebody else's, attached elsewhere, or unknown.</exception>
    public static async Task Attach(
        this IssuesDb db, IReadOnlyCollection<Guid>? ids, Guid uploader, Guid issueId, Guid? actionId, CancellationToken ct)
    {
        if (ids is null or { Count: 0 }) return;
        var wanted = ids.Distinct().ToList();
        if (wanted.Count > Photo.AtMost) throw new RefusedException(IssueRefusals.TooManyPhotos);
        var found = await db.Photos.Where(x => wanted.Contains(x.Id) && x.UploadedById == uploader && x.IssueId == null).ToListAsync(ct);
        if (found.Count != wanted.Count) throw new RefusedException(IssueRefusals.UnknownPhoto);
        foreach (var photo in found) photo.AttachTo(issueId, actionId);
    }
}
