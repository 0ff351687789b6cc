using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Issues.Photos;
using Platform.Kernel.Attachments;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>
/// Whether the public sees a photo. Not unless staff looked and released it: a photo can show people, number plates, a view into a flat, and
/// whoever took it need not have thought of that. Taken back at any time.
/// </summary>
public static class ReleasePhoto
{
    public sealed record Request
    {
        public required bool Released { get; init; }
    }

    public static async Task<NoContent> Handle(Guid id, Request asked, IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var photo = await db.Photos.SingleOrDefaultAsync(x => x.Id == id && x.IssueId != null, ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        var issue = await db.Find<Issue>(photo.IssueId!.Value, ct);
        var by = caller.ActAs(issue.AreaPath, IssueRights.Staff);

        photo.Release(asked.Released, by.Id!.Value, clock.GetUtcNow());

        db.AuditRead(asked.Released ? "Photo.Released" : "Photo.TakenBack", photo.Id);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    /// <summary>A released photo of an issue that is on the board, for anybody.</summary>
    public static async Task<IResult> Show(string street, Guid id, PhotoSize? size, IssuesDb db, IAttachmentStore store, HttpResponse response, CancellationToken ct)
    {
        var photo = await db.Photos.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id && x.ReleasedAt != null && x.IssueId != null, ct)
            ?? throw new RefusedException(KernelRefusals.NotFound);
        await db.OnTheBoard(photo.IssueId!.Value, ct);
        // Short: what is taken back must soon be gone everywhere.
        return await GetPhoto.Send(photo, size, db, store, response, "public, max-age=300", ct);
    }
}
