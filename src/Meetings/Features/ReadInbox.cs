using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Issues.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The issues that wait for a body: those of its area which are on no agenda, longest first.</summary>
public static class ReadInbox
{
    /// <param name="RestsUntil">It was deferred until that day.</param>
    /// <param name="Title">Null while Issues does not tell.</param>
    public sealed record View(Guid IssueId, string? ReceiptNumber, Scale? Scale, DateTimeOffset Since, DateOnly? RestsUntil, string? Title, string? Text);

    public static async Task<Ok<Page<View>>> Handle(
        Guid id, [AsParameters] PageQuery page, MeetingsDb db, Caller caller, IssueTexts texts, CancellationToken ct)
    {
        var body = await db.Body(id, ct);
        await caller.DemandIn(db, body.AreaId, Rights.Readers, ct);
        var rows = db.InboxIssues.Where(x => x.AreaId == body.AreaId && x.Standing == Standing.Waiting && x.Gone == null);
        if (page.After is { } cursor)
        {
            var last = Paging.DecodeId(cursor);
            rows = rows.Where(x => x.Id > last);
        }

        var found = await rows.OrderBy(x => x.Id).Select(x => new View(x.Id, x.ReceiptNumber, x.Scale, x.PlacedAt!.Value, x.RestsUntil, null, null))
            .Take(page.Size + 1).ToPage(page.Size, x => Paging.Encode(x.IssueId), ct);
        var said = await texts.Of(found.Items.Select(x => x.IssueId), ct);
        return TypedResults.Ok(found with
        {
            Items = [.. found.Items.Select(x => said.TryGetValue(x.IssueId, out var t) ? x with { Title = t.Title, Text = t.Text } : x)],
        });
    }
}
