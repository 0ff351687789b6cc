using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Actions.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The follow-up board: actions of resolutions, the earliest due first.</summary>
public static class ListFollowUps
{
    public sealed record View(
        Guid ActionId, Guid ResolutionId, Guid MeetingId, ActionKind Kind, string What, Guid AreaId, DateOnly DueOn, FollowUpState State, string? Reason,
        DateTimeOffset? SettledAt, Guid? IssueId, string? ReceiptNumber);

    /// <param name="page">Which page.</param>
    /// <param name="state">Only those in this state.</param>
    /// <param name="body">Only those that this body resolved.</param>
    public static async Task<Ok<Page<View>>> Handle(
        [AsParameters] PageQuery page, FollowUpState? state, Guid? body, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var readable = db.AreasOf(caller, Rights.Readers);
        var resolutions = db.Resolutions.Where(x => readable.Contains(x.AreaId));
        if (body is { } of) resolutions = resolutions.Where(x => x.BodyId == of);
        var rows = db.FollowUps.Join(resolutions, x => x.ResolutionId, r => r.Id, (x, r) => new { Action = x, r.MeetingId });
        if (state is { } only) rows = rows.Where(x => x.Action.State == only);
        if (page.After is { } cursor)
        {
            if (Paging.Decode(cursor) is not [var due, var last] || !DateOnly.TryParse(due, CultureInfo.InvariantCulture, out var day) || !Guid.TryParse(last, out var id))
                throw new RefusedException(KernelRefusals.BadCursor);
            rows = rows.Where(x => x.Action.DueOn > day || x.Action.DueOn == day && x.Action.Id > id);
        }

        return TypedResults.Ok(await rows.OrderBy(x => x.Action.DueOn).ThenBy(x => x.Action.Id)
            .Select(x => new View(x.Action.Id, x.Action.ResolutionId, x.MeetingId, x.Action.Kind, x.Action.What, x.Action.AreaId, x.Action.DueOn,
                x.Action.State, x.Action.Reason, x.Action.SettledAt, x.Action.IssueId, x.Action.ReceiptNumber))
            .Take(page.Size + 1).ToPage(page.Size, x => Paging.Encode(x.DueOn, x.ActionId), ct));
    }
}
