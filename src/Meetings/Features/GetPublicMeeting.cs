using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Actions.V1;
using Platform.Kernel.Refusals;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>
/// An announced meeting as the public board shows it: agenda, outcomes, and from their publication on resolutions and minutes. No names, no
/// residents' words: an issue is its receipt number here, and its own page says what may be said.
/// </summary>
public static class GetPublicMeeting
{
    public sealed record PublicAction(ActionKind Kind, string What, DateOnly DueOn, FollowUpState State);
    public sealed record PublicItem(string? ReceiptNumber, string? Title, Outcome Outcome, LeftBecause? Note, string? Resolution, IReadOnlyList<PublicAction> Actions);

    /// <param name="Minutes">Null until they are published.</param>
    public sealed record View(
        ListMeetings.View Meeting, string? Reason, IReadOnlyList<PublicItem> Items, string? Minutes, DateTimeOffset? MinutesPublishedAt, DateOnly? PostedUntil);

    public static async Task<Ok<View>> Handle(string street, Guid id, MeetingsDb db, CancellationToken ct)
    {
        var listed = await db.Meetings.Where(x => x.Id == id && x.ConvenedAt != null).Views(db).SingleOrDefaultAsync(ct)
                     ?? throw new RefusedException(KernelRefusals.NotFound);
        var meeting = await db.Meeting(id, ct);
        var minutes = await db.Minutes.SingleOrDefaultAsync(x => x.Id == id && x.PublishedAt != null, ct);
        var resolutions = minutes is null ? []
            : await db.Resolutions.Include(x => x.Actions).Where(x => x.MeetingId == id).ToDictionaryAsync(x => x.ItemId, ct);
        return TypedResults.Ok(new View(
            listed, meeting.Reason, [.. meeting.Items.OrderBy(x => x.Position).Select(x => Item(x, resolutions.GetValueOrDefault(x.Id)))],
            minutes?.Text, minutes?.PublishedAt, minutes?.PostedUntil));
    }

    private static PublicItem Item(AgendaItem item, Resolution? resolution) => new(
        item.ReceiptNumber, item.Title, item.Outcome, item.Note, resolution?.Text,
        [.. resolution?.Actions.OrderBy(x => x.DueOn).Select(x => new PublicAction(x.Kind, x.What, x.DueOn, x.State)) ?? []]);
}
