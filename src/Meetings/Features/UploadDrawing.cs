using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>One drawing, before the version that it belongs to. What nobody attached within a day goes when the next one comes.</summary>
public static class UploadDrawing
{
    private const int SweptAtOnce = 20;

    public sealed record Answer(Guid Id, Drawings.DrawingKind Kind, string Name);

    public static async Task<Created<Answer>> Handle(
        IFormFile drawing, MeetingsDb db, Caller caller, Kernel.Attachments.IAttachmentStore store, TimeProvider clock, CancellationToken ct)
    {
        if (drawing.Length > Drawings.Sheets.BytesAtMost) throw new RefusedException(PlanRefusals.DrawingTooLarge);
        using var bytes = new MemoryStream((int)drawing.Length);
        await drawing.CopyToAsync(bytes, ct);
        var (kind, kept) = await Drawings.Sheets.Make(bytes.ToArray(), ct);
        var now = clock.GetUtcNow();
        var row = new Drawings.Drawing { UploadedById = caller.Me, At = now, Kind = kind, Name = NameOf(drawing.FileName) };

        // The file first: a record without its file would be a promise, a file without its record is only swept up.
        using (var file = new MemoryStream(kept)) await store.Put(row.NameIn(db.TenantId), file, row.MediaType, ct);
        db.Add(row);
        await Sweep(db, store, now.AddDays(-1), ct);

        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/meetings/plans/drawings/{row.Id}", new Answer(row.Id, kind, row.Name));
    }

    private static async Task Sweep(MeetingsDb db, Kernel.Attachments.IAttachmentStore store, DateTimeOffset before, CancellationToken ct)
    {
        foreach (var left in await db.Drawings.Where(x => x.PlanId == null && x.At < before).OrderBy(x => x.At).Take(SweptAtOnce).ToListAsync(ct))
        {
            await store.Delete(left.NameIn(db.TenantId), ct);
            db.Remove(left);
        }
    }

    // Some send a path with it; and what has no sign of its own is nothing that a reader could see.
    private static string NameOf(string? sent)
    {
        var name = new string([.. (sent ?? "").Split('/', '\\')[^1].Where(x => !char.IsControl(x) && !char.IsSurrogate(x))]).Trim();
        return name.Length == 0 ? "—" : name.Length <= Drawings.Drawing.NameAtMost ? name : name[..Drawings.Drawing.NameAtMost];
    }
}
