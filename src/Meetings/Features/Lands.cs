using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Places;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;
using static Platform.Meetings.Features.ShowCoverage;

namespace Platform.Meetings.Features;

/// <summary>The units of some neighbourhoods with their venues and bodies, read once for all of them.</summary>
internal sealed class Lands(IReadOnlyList<AreaCopy> units, IReadOnlyDictionary<Guid, (string Name, Guid? Body)> venues, ILookup<Guid, BodyLine> bodies)
{
    private readonly Dictionary<Guid, AreaCopy> _units = units.ToDictionary(x => x.Id);
    private readonly HashSet<Guid> _ofVenues = [.. venues.Values.Select(x => x.Body).OfType<Guid>()];

    public static async Task<Lands> Of(MeetingsDb db, IReadOnlyList<AreaCopy> neighbourhoods, DateTimeOffset now, int days, CancellationToken ct)
    {
        var within = db.AreasWithin(neighbourhoods.Select(x => x.Path));
        var units = await db.Areas.AsNoTracking().Where(x => within.Contains(x.Id)).OrderBy(x => x.Path).ToListAsync(ct);
        var (asleep, year) = (now.AddDays(-days), now.AddYears(-1));
        var rows = await db.Bodies.AsNoTracking().Where(x => within.Contains(x.AreaId)).Select(x => new
        {
            x.Id, x.Name, x.Kind, x.AreaId, x.VenueId, Founded = x.RuleSets.Min(r => r.AdoptedAt),
            Last = db.Meetings.Where(m => m.BodyId == x.Id && m.ConvenedAt != null && m.State != MeetingState.Cancelled).Max(m => (DateTimeOffset?)m.StartsAt),
            Meetings = db.Meetings.Count(m => m.BodyId == x.Id && m.ConvenedAt != null && m.State != MeetingState.Cancelled && m.StartsAt >= year),
        }).ToListAsync(ct);
        var copies = await db.Venues.AsNoTracking().Where(x => within.Contains(x.AreaId)).ToListAsync(ct);
        var known = copies.Select(x => x.Id).ToHashSet();
        var byVenue = rows.Where(x => x.VenueId is not null).ToDictionary(x => x.VenueId!.Value, x => x.Id);
        // A venue that was opened before copies were kept is known by its body alone.
        var open = copies.Where(x => x.Open).Select(x => (x.AreaId, x.Name, Body: byVenue.TryGetValue(x.Id, out var body) ? body : (Guid?)null))
            .Concat(rows.Where(x => x.VenueId is { } venue && !known.Contains(venue)).Select(x => (x.AreaId, x.Name, Body: (Guid?)x.Id)));
        return new Lands(units, open.GroupBy(x => x.AreaId).ToDictionary(x => x.Key, x => (x.First().Name, x.First().Body)),
            rows.ToLookup(x => x.AreaId, x => new BodyLine(x.Id, x.Name, x.Kind, x.AreaId, x.Meetings, x.Last, (x.Last ?? x.Founded) < asleep)));
    }

    public bool IsVenues(Guid body) => _ofVenues.Contains(body);

    public IEnumerable<BodyLine> BodiesIn(AreaCopy neighbourhood) => Within(neighbourhood).SelectMany(x => bodies[x.Id]);

    public IReadOnlyList<Line> Lines(AreaCopy neighbourhood) => [.. Within(neighbourhood).Select(x =>
    {
        var venue = venues.GetValueOrDefault(x.Id);
        return new Line(x.Id, x.Name, x.Level, x.ParentId, venue.Name, IsWhole(x), bodies[x.Id].FirstOrDefault(b => b.Id == venue.Body));
    })];

    public Neighbourhood Count(AreaCopy neighbourhood)
    {
        var lines = Lines(neighbourhood);
        var all = BodiesIn(neighbourhood).ToList();
        return new Neighbourhood(neighbourhood.Id, neighbourhood.Name, lines.Count, lines.Count(x => x.Venue is not null), lines.Count(x => x.Level is AreaLevel.Building),
            lines.Count(x => x is { Level: AreaLevel.Building, Chain: false }), all.Count, all.Count(x => x.Dormant));
    }

    private IEnumerable<AreaCopy> Within(AreaCopy neighbourhood) => units.Where(x => x.Path.StartsWith(neighbourhood.Path, StringComparison.Ordinal));

    // Itself and everything above it up to the neighbourhood.
    private bool IsWhole(AreaCopy unit) =>
        venues.ContainsKey(unit.Id) && (unit.Level is AreaLevel.Neighbourhood || unit.ParentId is { } above && _units.TryGetValue(above, out var parent) && IsWhole(parent));
}
