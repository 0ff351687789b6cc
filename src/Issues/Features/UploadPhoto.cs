using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Issues.Photos;
using Platform.Kernel.Attachments;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>One photo, before the report or the note that it belongs to: so that those stay small and can be repeated safely.</summary>
public static class UploadPhoto
{
    public sealed record Answer(Guid Id, int Width, int Height, int Bytes);

    public static async Task<Created<Answer>> Handle(
        IFormFile photo, IssuesDb db, Caller caller, IAttachmentStore store, TimeProvider clock, CancellationToken ct)
    {
        var kept = await Keep(photo, db, caller, store, clock, ct);
        return TypedResults.Created($"/api/v1/issues/photos/{kept.Id}", new Answer(kept.Id, kept.Width, kept.Height, kept.Bytes));
    }

    internal static async Task<Photo> Keep(
        IFormFile sent, IssuesDb db, Caller caller, IAttachmentStore store, TimeProvider clock, CancellationToken ct)
    {
        if (sent.Length > Pictures.BytesAtMost) throw new RefusedException(IssueRefusals.PhotoTooLarge);
        using var bytes = new MemoryStream((int)sent.Length);
        await sent.CopyToAsync(bytes, ct);
        var picture = await Pictures.Make(bytes.ToArray(), ct);
        var photo = new Photo
        {
            UploadedById = caller.Me, At = clock.GetUtcNow(), Width = picture.Width, Height = picture.Height, Bytes = picture.Jpegs[PhotoSize.Page].Length,
        };
        // The file first: a record without its file would be a promise, a file without its record is only swept up.
        foreach (var (size, jpeg) in picture.Jpegs)
        {
            using var file = new MemoryStream(jpeg);
            await store.Put(photo.NameIn(db.TenantId, size), file, "image/jpeg", ct);
        }

        db.Add(photo);
        await db.SaveChangesAsync(ct);
        return photo;
    }
}
