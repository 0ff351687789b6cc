using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Kernel.Attachments;
using Platform.Kernel.Places;

namespace Platform.Issues.Features;

/// <summary>Photos that were never attached are deleted after a day.</summary>
public sealed class ForgetPhotos(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ForgetPhotos> log) : StreetByStreet<IssuesDb>(scopes, log)
{
    protected override async Task Act(IServiceProvider services, IssuesDb db, CancellationToken ct)
    {
        var yesterday = clock.GetUtcNow().AddDays(-1);
        var store = services.GetRequiredService<IAttachmentStore>();
        foreach (var photo in await db.Photos.Where(x => x.IssueId == null && x.At < yesterday).Take(100).ToListAsync(ct))
        {
            foreach (var size in Enum.GetValues<Photos.PhotoSize>()) await store.Delete(photo.NameIn(db.TenantId, size), ct);
            await db.Photos.Where(x => x.Id == photo.Id && x.IssueId == null).ExecuteDeleteAsync(ct);
        }
    }
}
