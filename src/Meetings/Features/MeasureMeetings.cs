using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Http;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>What the bodies of an area did in some days: how often they met, whether as often as they owe, who came, what is still open. Every number has its list.</summary>
public static class MeasureMeetings
{
    /// <param name="Seats">On the rolls of the meetings held.</param>
    /// <param name="Present">Of them, who came.</param>
    public sealed record Attendance(SeatClass Class, int Seats, int Present);

    /// <summary>Meetings held in one room, from afar, or both.</summary>
    public sealed record Way(MeetingMode Mode, int Held);

    /// <param name="Held">Meetings begun in these days and ended.</param>
    /// <param name="CalledOff">Announced meetings that were cancelled.</param>
    /// <param name="Owed">Periods that a meeting was owed in: weeks of Red Councils, days of Talk Days.</param>
    /// <param name="Kept">Of them, those with one that counts.</param>
    /// <param name="CarriedOver">Issues put off that wait still.</param>
    /// <param name="Ways">How those held were held; only the ways that there were.</param>
    public sealed record Figures(int Held, int CalledOff, int Owed, int Kept, int CarriedOver, IReadOnlyList<Attendance> Attendance, IReadOnlyList<Way> Ways);

    public sealed record OfKind(BodyKind Kind, int Bodies, Figures Figures);

    public sealed record View(DateOnly From, DateOnly To, Figures Whole, IReadOnlyList<OfKind> Kinds);

    public sealed record Line(Guid BodyId, string Name, BodyKind Kind, Guid AreaId, string AreaName, Figures Figures);

    public static async Task<Ok<View>> Handle([AsParameters] MeasureQuery query, MeetingsDb db, Counted counted, CancellationToken ct)
    {
        var lines = await Lines(db, await counted.Of(query, ct), ct);
        return TypedResults.Ok(new View(counted.From, counted.To, Sum(lines),
            [.. lines.GroupBy(x => x.Kind).OrderBy(x => x.Key).Select(x => new OfKind(x.Key, x.Count(), Sum([.. x])))]));
    }

    /// <summary>Body by body, in the order of the area tree. A street has some hundreds: they are cut here, and not by the database.</summary>
    public static async Task<Ok<Page<Line>>> ByBody([AsParameters] PageQuery page, [AsParameters] MeasureQuery query, MeetingsDb db, Counted counted, CancellationToken ct)
    {
        var lines = await Lines(db, await counted.Of(query, ct), ct);
        if (page.After is { } cursor)
        {
            var last = Paging.DecodeId(cursor);
            lines = [.. lines.SkipWhile(x => x.BodyId != last).Skip(1)];
        }

        return TypedResults.Ok(new Page<Line>([.. lines.Take(page.Size)], lines.Count > page.Size ? Paging.Encode(lines[page.Size - 1].BodyId) : null));
    }

    private static async Task<List<Line>> Lines(MeetingsDb db, Counted counted, CancellationToken ct)
    {
        var bodies = await counted.Bodies.Join(db.Areas, x => x.AreaId, x => x.Id, (x, a) => new { x.Id, x.Name, x.Kind, x.AreaId, Area = a.Name, a.Path })
            .OrderBy(x => x.Path).ThenBy(x => x.Id).ToListAsync(ct);
        var held = (await counted.Held.GroupBy(x => new { x.BodyId, x.Mode }).Select(x => new { x.Key.BodyId, x.Key.Mode, Count = x.Count() }).ToListAsync(ct))
            .ToLookup(x => x.BodyId, x => new Way(x.Mode, x.Count));
        var off = await counted.CalledOff.GroupBy(x => x.BodyId).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, ct);
        var owed = await counted.Owed.GroupBy(x => x.BodyId)
            .Select(x => new { x.Key, Count = x.Count(), Kept = x.Count(p => p.Because == null) }).ToDictionaryAsync(x => x.Key, ct);
        var carried = await counted.CarriedOver.GroupBy(x => x.BodyId).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, ct);
        var came = (await counted.Held.SelectMany(x => x.Roll, (x, r) => new { x.BodyId, r.Class, There = r.CheckedInAt != null }).GroupBy(x => new { x.BodyId, x.Class })
            .Select(x => new { x.Key.BodyId, x.Key.Class, Seats = x.Count(), Present = x.Count(r => r.There) }).ToListAsync(ct))
            .ToLookup(x => x.BodyId, x => new Attendance(x.Class, x.Seats, x.Present));
        return [.. bodies.Select(x => new Line(x.Id, x.Name, x.Kind, x.AreaId, x.Area, new Figures(
            held[x.Id].Sum(w => w.Held), off.GetValueOrDefault(x.Id), owed.GetValueOrDefault(x.Id)?.Count ?? 0, owed.GetValueOrDefault(x.Id)?.Kept ?? 0,
            carried.GetValueOrDefault(x.Id), [.. came[x.Id].OrderBy(c => c.Class)], [.. held[x.Id].OrderBy(w => w.Mode)])))];
    }

    private static Figures Sum(IReadOnlyCollection<Line> lines) => new(
        lines.Sum(x => x.Figures.Held), lines.Sum(x => x.Figures.CalledOff), lines.Sum(x => x.Figures.Owed), lines.Sum(x => x.Figures.Kept),
        lines.Sum(x => x.Figures.CarriedOver),
        [.. lines.SelectMany(x => x.Figures.Attendance).GroupBy(x => x.Class).OrderBy(x => x.Key)
            .Select(x => new Attendance(x.Key, x.Sum(a => a.Seats), x.Sum(a => a.Present)))],
        [.. lines.SelectMany(x => x.Figures.Ways).GroupBy(x => x.Mode).OrderBy(x => x.Key).Select(x => new Way(x.Key, x.Sum(w => w.Held)))]);
}
