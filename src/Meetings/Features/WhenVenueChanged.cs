using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Events;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>
/// Keeps the copy of a venue; an older fact than the copy's is ignored. Where one of the 1-3-31 platform opens, a body meets: every level has an inbox from
/// the start. A venue that closes ends no body.
/// </summary>
public sealed class WhenVenueChanged(MeetingsDb db) : Reaction<VenueChanged>(db)
{
    protected override async Task React(VenueChanged fact, CancellationToken ct)
    {
        var known = await db.Venues.SingleOrDefaultAsync(x => x.Id == fact.SubjectId, ct);
        if (known?.Version >= fact.Version) return;
        if (known is null)
            db.Venues.Add(new VenueCopy
            {
                Id = fact.SubjectId, TenantId = db.TenantId, AreaId = fact.AreaId, Kind = fact.Kind, Name = fact.Name, Capacity = fact.Capacity, Open = fact.Open,
                Version = fact.Version,
            });
        else
            (known.AreaId, known.Kind, known.Name, known.Capacity, known.Open, known.Version) = (fact.AreaId, fact.Kind, fact.Name, fact.Capacity, fact.Open, fact.Version);

        if (!fact.Open || await db.Bodies.AnyAsync(x => x.VenueId == fact.SubjectId, ct)) return;
        var (kind, level) = fact.Kind switch
        {
            VenueKind.Hall => (BodyKind.NeighbourhoodHall, AreaLevel.Neighbourhood),
            VenueKind.Pavilion => (BodyKind.GridPavilion, AreaLevel.Grid),
            _ => (BodyKind.BuildingPoint, AreaLevel.Building),
        };
        db.Bodies.Add(Body.Found(kind, fact.AreaId, level, fact.Name, fact.At, venueId: fact.SubjectId));
    }
}
