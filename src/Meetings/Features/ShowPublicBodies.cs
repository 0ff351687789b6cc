using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>The street's bodies and the rules they deliberate by, for whoever asks: rules count because they are known.</summary>
public static class ShowPublicBodies
{
    public sealed record Line(Guid Id, BodyKind Kind, string Name, Guid AreaId, string AreaName, AreaLevel Level, int RulesVersion);

    /// <param name="Rules">Every version, the one in force first.</param>
    public sealed record View(Guid Id, BodyKind Kind, string Name, Guid AreaId, string AreaName, AreaLevel Level, IReadOnlyList<ListRules.View> Rules);

    public static async Task<Ok<Page<Line>>> List(string street, [AsParameters] PageQuery page, MeetingsDb db, CancellationToken ct)
    {
        var rows = db.Bodies.AsQueryable();
        if (page.After is { } cursor)
        {
            var last = Paging.DecodeId(cursor);
            rows = rows.Where(x => x.Id > last);
        }

        return TypedResults.Ok(await rows.OrderBy(x => x.Id).Select(x => new Line(
                x.Id, x.Kind, x.Name, x.AreaId, db.Areas.Single(a => a.Id == x.AreaId).Name, x.Level, x.RuleSets.Max(r => r.Number)))
            .Take(page.Size + 1).ToPage(page.Size, x => Paging.Encode(x.Id), ct));
    }

    public static async Task<Ok<View>> Handle(string street, Guid id, MeetingsDb db, CancellationToken ct)
    {
        var body = await db.Body(id, ct);
        var area = await db.Area(body.AreaId, ct);
        return TypedResults.Ok(new View(
            body.Id, body.Kind, body.Name, area.Id, area.Name, body.Level, [.. body.RuleSets.OrderByDescending(x => x.Number).Select(ListRules.View.Of)]));
    }
}
