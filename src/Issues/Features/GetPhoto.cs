using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Attachments;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>A picture, for whoever may read its issue; before it is attached, for its uploader alone. Never public.</summary>
public static class GetPhoto
{
    public static async Task<IResult> Handle(Guid id, IssuesDb db, Caller caller, IAttachmentStore store, HttpResponse response, CancellationToken ct)
    {
        var photo = await db.Photos.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        if (photo.UploadedById != caller.Me)
        {
            if (photo.IssueId is not { } issueId) throw new RefusedException(KernelRefusals.NotFound);
            caller.DemandToRead(await db.Find<Issue>(issueId, ct));
        }

        var file = await store.Open(photo.NameIn(db.TenantId), ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        response.Headers.CacheControl = "private, max-age=86400, immutable";
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Stream(file, "image/jpeg");
    }
}
