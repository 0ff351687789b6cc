using Platform.Contracts.Directory.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Directory.Domain;

/// <summary>A place to meet: a hall in each neighbourhood, a pavilion in each grid, a point in each building.</summary>
public sealed class Venue : Aggregate
{
    public Venue(Guid id, Area area, string name, int capacity)
    {
        Id = id;
        (AreaId, Kind, Name, Capacity, IsOpen) = (area.Id, KindOf(area.Level), name, capacity, true);
    }

    private Venue()
    {
    }

    public Guid AreaId { get; private init; }
    public VenueKind Kind { get; private init; }
    public string Name { get; private set; } = "";
    public int Capacity { get; private set; }
    public bool IsOpen { get; private set; }

    public void Change(string name, int capacity, bool open) => (Name, Capacity, IsOpen) = (name, capacity, open);

    /// <summary>What an area of this level should have.</summary>
    /// <exception cref="RefusedException">409 venue.not-for-streets.</exception>
    public static VenueKind KindOf(AreaLevel level) => level switch
    {
        AreaLevel.Neighbourhood => VenueKind.Hall,
        AreaLevel.Grid => VenueKind.Pavilion,
        AreaLevel.Building => VenueKind.Point,
        _ => throw new RefusedException(DirectoryRefusals.NoVenueOfStreets),
    };
}
