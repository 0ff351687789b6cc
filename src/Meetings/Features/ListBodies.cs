using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Bodies in the order of the area tree: a neighbourhood's first, then its grids' and buildings'.</summary>
public static class ListBodies
{
    /// <param name="Seats">Those held today.</param>
    /// <param name="Waiting">How many issues wait in its inbox.</param>
    public sealed record View(Guid Id, BodyKind Kind, string Name, Guid AreaId, string AreaName, AreaLevel Level, int Seats, int Waiting, string AreaPath);

    /// <param name="page">Which page.</param>
    /// <param name="area">Only bodies of this area and of those in it.</param>
    /// <param name="kind">Only bodies of this kind.</param>
    public static async Task<Ok<Page<View>>> Handle([AsParameters] PageQuery page, Guid? area, BodyKind? kind, MeetingsDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = await db.Today(clock, ct);
        var path = area is { } within ? (await db.Area(within, ct)).Path : "";
        var rows = db.Bodies.Where(x => kind == null || x.Kind == kind)
            .Join(db.Areas.Where(a => a.Path.StartsWith(path)), x => x.AreaId, a => a.Id, (x, a) => new { Body = x, Area = a });
        if (page.After is { } cursor)
        {
            if (Paging.Decode(cursor) is not [var after, var last] || !Guid.TryParse(last, out var id)) throw new RefusedException(KernelRefusals.BadCursor);
            rows = rows.Where(x => EF.Functions.GreaterThan(ValueTuple.Create(x.Area.Path, x.Body.Id), ValueTuple.Create(after, id)));
        }

        return TypedResults.Ok(await rows.OrderBy(x => x.Area.Path).ThenBy(x => x.Body.Id)
            .Select(x => new View(x.Body.Id, x.Body.Kind, x.Body.Name, x.Area.Id, x.Area.Name, x.Body.Level,
                x.Body.Seats.Count(s => s.From <= today && (s.To == null || s.To >= today)),
                db.InboxIssues.Count(i => i.AreaId == x.Area.Id && i.Standing == Standing.Waiting && i.Gone == null), x.Area.Path))
            .Take(page.Size + 1).ToPage(page.Size, x => Paging.Encode(x.AreaPath, x.Id), ct));
    }
}
