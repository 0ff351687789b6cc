using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Issues.Photos;
using Platform.Kernel.Attachments;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>A picture, for whoever may read its issue; before it is attached, for its uploader alone. In public it is shown by <see cref="ReleasePhoto"/>.</summary>
public static class GetPhoto
{
    public static async Task<IResult> Handle(
        Guid id, PhotoSize? size, IssuesDb db, Caller caller, IAttachmentStore store, HttpResponse response, CancellationToken ct)
    {
        var photo = await db.Photos.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        if (photo.UploadedById != caller.Me)
        {
            if (photo.IssueId is not { } issueId) throw new RefusedException(KernelRefusals.NotFound);
            caller.DemandToRead(await db.Find<Issue>(issueId, ct));
        }

        return await Send(photo, size, db, store, response, "private, max-age=86400, immutable", ct);
    }

    internal static async Task<IResult> Send(
        Photo photo, PhotoSize? size, IssuesDb db, IAttachmentStore store, HttpResponse response, string caching, CancellationToken ct)
    {
        // Pictures of an earlier release have the page's size alone.
        var file = await store.Open(photo.NameIn(db.TenantId, size ?? PhotoSize.Page), ct) ?? await store.Open(photo.NameIn(db.TenantId, PhotoSize.Page), ct)
            ?? throw new RefusedException(KernelRefusals.NotFound);
        response.Headers.CacheControl = caching;
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Stream(file, "image/jpeg");
    }
}
