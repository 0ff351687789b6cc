using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Free items that meetings left undone and that wait for a body: those of its area, longest first, each with its way until there.</summary>
public static class ListCarried
{
    /// <param name="Reason">Official words on it.</param>
    /// <param name="MeetingId">The meeting that left it undone; null where it was dropped from the inbox.</param>
    /// <param name="BodyName">Whose meeting that was.</param>
    /// <param name="StartsAt">When that meeting was.</param>
    /// <param name="Level">The level that it was at.</param>
    public sealed record Step(CarriedBecause Because, string? Reason, Guid? MeetingId, string? BodyName, DateTimeOffset? StartsAt, AreaLevel Level, DateOnly? Until, DateTimeOffset At);

    /// <param name="Since">Since when it waits here.</param>
    /// <param name="RestsUntil">It was deferred until that day.</param>
    /// <param name="Steps">How it came here, the first step first.</param>
    public sealed record View(
        Guid Id, string Title, string? Text, AreaLevel Level, CarriedState State, DateTimeOffset Since, DateOnly? RestsUntil, Guid? MeetingId, IReadOnlyList<Step> Steps);

    public static async Task<Ok<Page<View>>> Handle(Guid id, [AsParameters] PageQuery page, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var body = await db.Body(id, ct);
        await caller.DemandIn(db, body.AreaId, Rights.Readers, ct);
        var rows = db.CarriedItems.Where(x => x.AreaId == body.AreaId && x.State == CarriedState.Waiting);
        if (page.After is { } cursor)
        {
            var last = Paging.DecodeId(cursor);
            rows = rows.Where(x => x.Id > last);
        }

        return TypedResults.Ok(await Seen(db, rows.OrderBy(x => x.Id).Take(page.Size + 1)).ToPage(page.Size, x => Paging.Encode(x.Id), ct));
    }

    /// <summary>One of them, also once it is on an agenda or done with: what is told here was on published agendas.</summary>
    public static async Task<Ok<View>> Trace(Guid carriedId, MeetingsDb db, CancellationToken ct) =>
        TypedResults.Ok(await Seen(db, db.CarriedItems.Where(x => x.Id == carriedId)).SingleOrDefaultAsync(ct) ?? throw new RefusedException(KernelRefusals.NotFound));

    private static IQueryable<View> Seen(MeetingsDb db, IQueryable<CarriedItem> rows) => rows.AsNoTracking().Select(x => new View(
        x.Id, x.Title, x.Text, x.Level, x.State, x.Since, x.RestsUntil, x.MeetingId,
        x.Steps.OrderBy(s => s.At).ThenBy(s => s.Id).Select(s => new Step(
            s.Because, s.Reason, s.MeetingId, db.Meetings.Where(m => m.Id == s.MeetingId).Select(m => db.Bodies.Single(b => b.Id == m.BodyId).Name).SingleOrDefault(),
            db.Meetings.Where(m => m.Id == s.MeetingId).Select(m => (DateTimeOffset?)m.StartsAt).SingleOrDefault(), s.Level, s.Until, s.At)).ToList()));
}
