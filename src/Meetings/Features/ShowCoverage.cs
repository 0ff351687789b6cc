using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>
/// The 1-3-31 platform of a neighbourhood 一厅三亭三十一点: each building should have its point, its grid a pavilion, and the neighbourhood a hall, so that an issue of any
/// building finds its way up. What is missing, and which bodies sleep.
/// </summary>
public static class ShowCoverage
{
    private const int DefaultDays = 90;

    /// <param name="Area">A neighbourhood, or what lies in it.</param>
    /// <param name="Days">Without a convened meeting for longer, a body is dormant 沉睡; 90 unless told.</param>
    public sealed record Query(Guid? Area = null, int? Days = null);

    /// <param name="Venue">Its open hall, pavilion or point; null: a gap.</param>
    /// <param name="Chain">Whether it has its venue, and everything above it up to the hall has.</param>
    /// <param name="Body">The venue's body.</param>
    public sealed record Line(Guid AreaId, string Name, AreaLevel Level, Guid? ParentId, string? Venue, bool Chain, BodyLine? Body);

    /// <param name="Meetings">Convened within the last twelve months.</param>
    /// <param name="LastAt">When the last convened meeting is or was; null where there was none.</param>
    /// <param name="Dormant">None convened for longer than the days asked for, nor was it founded since.</param>
    public sealed record BodyLine(Guid Id, string Name, BodyKind Kind, Guid AreaId, int Meetings, DateTimeOffset? LastAt, bool Dormant);

    /// <param name="Units">The neighbourhood, its grids and buildings.</param>
    /// <param name="WithVenue">Those of them with an open venue.</param>
    /// <param name="Orphans">Buildings without a whole chain: point, pavilion, hall.</param>
    /// <param name="Dormant">Bodies that sleep.</param>
    public sealed record Neighbourhood(Guid AreaId, string Name, int Units, int WithVenue, int Buildings, int Orphans, int Bodies, int Dormant);

    /// <param name="Neighbourhoods">All that the caller may read, or the one asked for.</param>
    /// <param name="Lines">Unit by unit, in the order of the tree; none unless a neighbourhood was asked for.</param>
    /// <param name="Others">Its bodies that are no venue's.</param>
    public sealed record View(int Days, IReadOnlyList<Neighbourhood> Neighbourhoods, IReadOnlyList<Line> Lines, IReadOnlyList<BodyLine> Others);

    public static async Task<Ok<View>> Handle([AsParameters] Query query, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var days = Math.Clamp(query.Days ?? DefaultDays, 1, 730);
        var halls = await Halls(db, caller, query.Area, ct);
        var lands = await Lands.Of(db, halls, clock.GetUtcNow(), days, ct);
        var wanted = query.Area is null ? null : halls[0];
        return TypedResults.Ok(new View(
            days, [.. halls.Select(lands.Count)], wanted is null ? [] : lands.Lines(wanted),
            wanted is null ? [] : [.. lands.BodiesIn(wanted).Where(x => !lands.IsVenues(x.Id)).OrderBy(x => x.Kind).ThenBy(x => x.Id)]));
    }

    /// <exception cref="RefusedException">400 area.unknown: not within a neighbourhood; 403 rights.outside-your-area.</exception>
    private static async Task<List<AreaCopy>> Halls(MeetingsDb db, Caller caller, Guid? area, CancellationToken ct)
    {
        if (area is { } id)
        {
            var named = await db.Above(await db.Area(id, ct), AreaLevel.Neighbourhood, ct);
            caller.Demand(named.Path, Rights.Readers);
            return [named];
        }

        var readable = db.AreasOf(caller, Rights.Readers);
        return await db.Areas.AsNoTracking().Where(x => x.Level == AreaLevel.Neighbourhood && readable.Contains(x.Id)).OrderBy(x => x.Path).ToListAsync(ct);
    }
}
