using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Photos;

/// <summary>For lists, for a page, to look closely.</summary>
public enum PhotoSize { Thumbnail, Page, Large }

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

    /// <summary>The action or the dispatch that it proves; null for what the reporter showed.</summary>
    public Guid? ActionId { get; private set; }

    /// <summary>When staff let the public see it; null: it is for the issue's author and the desk alone.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }
    public Guid? ReleasedById { get; private set; }

    /// <summary>Its name in the attachment store: made of ids of ours, never of what somebody sent.</summary>
    public string NameIn(Guid tenant, PhotoSize size) =>
        size is PhotoSize.Page ? $"{tenant}/issues/{Id}.jpg" : $"{tenant}/issues/{Id}-{(size is PhotoSize.Thumbnail ? "thumbnail" : "large")}.jpg";

    internal void Release(bool released, Guid by, DateTimeOffset now) => (ReleasedAt, ReleasedById) = (released ? now : null, released ? by : null);

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
