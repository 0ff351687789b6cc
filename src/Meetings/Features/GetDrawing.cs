using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>A drawing: of a published version for every member, before that for its uploader alone.</summary>
public static class GetDrawing
{
    public static async Task<IResult> Handle(Guid drawingId, MeetingsDb db, Caller caller, Kernel.Attachments.IAttachmentStore store, HttpResponse response, CancellationToken ct)
    {
        var me = caller.Me;
        var drawing = await db.Drawings.AsNoTracking().SingleOrDefaultAsync(x => x.Id == drawingId && (x.PlanId != null || x.UploadedById == me), ct)
            ?? throw new RefusedException(KernelRefusals.NotFound);
        var file = await store.Open(drawing.NameIn(db.TenantId), ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        response.Headers.CacheControl = "private, max-age=86400, immutable";
        response.Headers.XContentTypeOptions = "nosniff";
        // A PDF may hold a script: whoever opens it does so in a reader of their own, and no page of ours is around it.
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return TypedResults.Stream(file, drawing.MediaType, drawing.Kind is Drawings.DrawingKind.Pdf ? $"{drawing.Id}.pdf" : null);
    }
}
