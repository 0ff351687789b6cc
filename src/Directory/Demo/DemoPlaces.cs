using System.Globalization;
using Platform.Directory.Domain;
using Platform.Directory.Start;

namespace Platform.Directory.Demo;

/// <summary>One neighbourhood of the demonstration and what stands in it.</summary>
/// <param name="Number">The street's number in ids.</param>
/// <param name="Street">The street.</param>
/// <param name="Code">The neighbourhood's statistical code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Grids">How many buildings each grid has.</param>
/// <param name="Residents">In all buildings together.</param>
/// <param name="PartyMembers">In all buildings together.</param>
/// <param name="Size">Square metres of all buildings.</param>
/// <param name="Built">When the first building was finished.</param>
/// <param name="West">Longitude of the south-west corner.</param>
/// <param name="South">Latitude of the south-west corner.</param>
internal sealed record DemoPlaces(
    int Number, Street Street, string Code, string Name, int[] Grids, int Residents, int PartyMembers, int Size, int Built, double West, double South)
{
    private const double GridWide = 0.0022, RowHigh = 0.00042, BuildingHigh = 0.00018;
    private static readonly string[] Ordinals = ["一", "二", "三", "四"];

    /// <summary>The street, the neighbourhood, its grids and buildings, with numbers that add up.</summary>
    public IEnumerable<Area> Areas()
    {
        var street = new Area(Ids.Area(Number, 0), Street);
        var neighbourhood = new Area(Ids.Area(Number, 1), street, Code, Name);
        var all = Enumerable.Range(0, Grids.Length).Select(g => Grid(neighbourhood, g)).ToList();
        Sum(neighbourhood, [.. all.Select(x => x.Grid)]);
        Sum(street, [neighbourhood]);
        neighbourhood.Describe(Built, Size);
        neighbourhood.Draw(Rectangle(West, South, GridWide * Grids.Length, RowHigh * Grids.Max()));
        return [street, neighbourhood, .. all.SelectMany(x => (Area[])[x.Grid, .. x.Buildings])];
    }

    /// <summary>1 hall, a pavilion a grid, a point a building.</summary>
    public IEnumerable<Venue> Venues(IEnumerable<Area> areas) => areas.Where(x => x.ParentId is not null).Select(x => Venue.KindOf(x.Level) switch
    {
        Contracts.Directory.V1.VenueKind.Hall => new Venue(SameNumber(x), x, $"{Name}小区议事厅", 60),
        Contracts.Directory.V1.VenueKind.Pavilion => new Venue(SameNumber(x), x, $"{x.Name}议事亭", 20),
        _ => new Venue(SameNumber(x), x, $"{x.Name}议事点", 8),
    });

    private (Area Grid, List<Area> Buildings) Grid(Area neighbourhood, int g)
    {
        var grid = new Area(Ids.Area(Number, 11 + g), neighbourhood, $"{Code}-g{g + 1}", $"第{Ordinals[g]}网格");
        var first = Grids.Take(g).Sum() + 1;
        var buildings = Enumerable.Range(first, Grids[g]).Select((b, row) => Building(grid, b, West + g * GridWide, South + row * RowHigh)).ToList();
        Sum(grid, buildings);
        grid.Describe(Built, null);
        grid.Draw(Rectangle(West + g * GridWide, South, GridWide, RowHigh * Grids[g]));
        return (grid, buildings);
    }

    private Area Building(Area grid, int b, double west, double south)
    {
        var building = new Area(Ids.Area(Number, 100 + b), grid, string.Create(CultureInfo.InvariantCulture, $"{Code}-{b:d2}"), $"{b}号楼");
        building.Count(54 + b * 7 % 13, Share(Residents, b), Share(PartyMembers, b));
        building.Describe(Built + b % 3, Share(Size, b));
        building.Draw(Rectangle(west + 0.0002, south, GridWide - 0.0004, BuildingHigh));
        return building;
    }

    // Evenly, the first buildings take what is left over.
    private int Share(int whole, int b) => whole / Grids.Sum() + (b <= whole % Grids.Sum() ? 1 : 0);

    private static void Sum(Area whole, IReadOnlyCollection<Area> parts) =>
        whole.Count(parts.Sum(x => x.Households), parts.Sum(x => x.Residents), parts.Sum(x => x.PartyMembers));

    private Guid SameNumber(Area area) => Ids.Venue(Number, int.Parse(area.Id.ToString()[^8..], CultureInfo.InvariantCulture));

    private static string Rectangle(double west, double south, double wide, double high)
    {
        var (e, n) = (west + wide, south + high);
        return string.Create(CultureInfo.InvariantCulture,
            $$"""{"type":"Polygon","coordinates":[[[{{west:f5}},{{south:f5}}],[{{e:f5}},{{south:f5}}],[{{e:f5}},{{n:f5}}],[{{west:f5}},{{n:f5}}],[{{west:f5}},{{south:f5}}]]]}""");
    }
}
