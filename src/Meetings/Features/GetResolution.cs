using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Refusals;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>A resolution is public among members from the moment it is adopted.</summary>
public static class GetResolution
{
    public sealed record View(
        Guid Id, Guid MeetingId, Guid ItemId, Guid BodyId, Guid AreaId, Guid? IssueId, string? ReceiptNumber, string Text, string Reasons,
        DateTimeOffset AdoptedAt, IReadOnlyList<ActionView> Actions, DateOnly? ReviewOn, string? ReviewWords, DateTimeOffset? ReviewedAt);

    public static async Task<Ok<View>> Handle(Guid id, MeetingsDb db, CancellationToken ct)
    {
        var x = await db.Resolutions.Include(r => r.Actions).SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        return TypedResults.Ok(new View(
            x.Id, x.MeetingId, x.ItemId, x.BodyId, x.AreaId, x.IssueId, x.ReceiptNumber, x.Text, x.Reasons, x.AdoptedAt,
            [.. x.Actions.OrderBy(a => a.DueOn).ThenBy(a => a.Id).Select(ActionView.Of)], x.ReviewOn, x.ReviewWords, x.ReviewedAt));
    }
}
