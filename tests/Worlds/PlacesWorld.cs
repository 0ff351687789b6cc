using Platform.Contracts.Directory.V1;
using Platform.Kernel.Places;

namespace Platform.Worlds;

/// <summary>A street, a neighbourhood, two grids, three buildings: 12 and 13 in grid 1, 21 in grid 2.</summary>
public abstract class PlacesWorld<TProgram, TDb>(string service) : ServiceWorld<TProgram, TDb>(service) where TProgram : class where TDb : PlacesDb
{
    public Guid Street { get; } = Guid.CreateVersion7();
    public Guid Neighbourhood { get; } = Guid.CreateVersion7();
    public Guid Grid1 { get; } = Guid.CreateVersion7();
    public Guid Grid2 { get; } = Guid.CreateVersion7();
    public Guid Building12 { get; } = Guid.CreateVersion7();
    public Guid Building13 { get; } = Guid.CreateVersion7();
    public Guid Building21 { get; } = Guid.CreateVersion7();

    /// <summary>The other street's root.</summary>
    public Guid TheirStreet { get; } = Guid.CreateVersion7();

    public const string StreetPath = "310113008/", NeighbourhoodPath = "310113008/005/", Grid1Path = "310113008/005/g1/", Grid2Path = "310113008/005/g2/";

    /// <summary>Somebody new with this role in the whole neighbourhood.</summary>
    public Guid Somebody(Role role) => Somebody(role, Neighbourhood, NeighbourhoodPath);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Found(Ours, "zhangmiao", "310113008",
        [
            (Street, AreaLevel.Street, null, StreetPath, "张庙街道"), (Neighbourhood, AreaLevel.Neighbourhood, Street, NeighbourhoodPath, "泗塘三村"),
            (Grid1, AreaLevel.Grid, Neighbourhood, Grid1Path, "第一网格"), (Grid2, AreaLevel.Grid, Neighbourhood, Grid2Path, "第二网格"),
            (Building12, AreaLevel.Building, Grid1, Grid1Path + "12/", "12号楼"), (Building13, AreaLevel.Building, Grid1, Grid1Path + "13/", "13号楼"),
            (Building21, AreaLevel.Building, Grid2, Grid2Path + "21/", "21号楼"),
        ]);
        await Found(Theirs, "youyi", "310113001", [(TheirStreet, AreaLevel.Street, null, "310113001/", "友谊路街道")]);
    }

    // As Directory would: by facts.
    private async Task Found(Guid tenant, string code, string division, IEnumerable<(Guid Id, AreaLevel Level, Guid? Parent, string Path, string Name)> areas)
    {
        await Deliver(Fact(new TenantConfigured { Code = code, Name = code, DivisionCode = division, TimeZone = "Asia/Shanghai" }, tenant, tenant: tenant));
        foreach (var (id, level, parent, path, name) in areas)
            await Deliver(Fact(new AreaChanged { Code = path, Name = name, Level = level, ParentId = parent, Path = path, Households = 60 }, id, tenant: tenant));
    }
}

/// <summary>The doors' theories of a service that keeps copies of the areas.</summary>
public abstract class PlacesDoorTests<TProgram, TDb>(PlacesWorld<TProgram, TDb> world) : DoorTests<TProgram, TDb>(world) where TProgram : class where TDb : PlacesDb
{
    protected internal override Street Ours => new(world.Ours, "zhangmiao", world.Street, PlacesWorld<TProgram, TDb>.StreetPath);
    protected internal override Street Theirs => new(world.Theirs, "youyi", world.TheirStreet, "310113001/");
}
