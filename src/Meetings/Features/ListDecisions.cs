using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>What a body decided: its resolutions, the last first.</summary>
public static class ListDecisions
{
    /// <param name="Open">Actions that are not done.</param>
    public sealed record View(Guid Id, Guid MeetingId, string Text, string? ReceiptNumber, DateTimeOffset AdoptedAt, int Actions, int Open);

    public static async Task<Ok<Page<View>>> Handle(Guid id, [AsParameters] PageQuery page, MeetingsDb db, CancellationToken ct)
    {
        var body = await db.Body(id, ct);
        return TypedResults.Ok(await db.Resolutions.Where(x => x.BodyId == body.Id).NewestFirst(page, x => new View(
            x.Id, x.MeetingId, x.Text, x.ReceiptNumber, x.AdoptedAt, x.Actions.Count, x.Actions.Count(a => a.State == Domain.FollowUpState.Open)), x => x.Id, ct));
    }
}
