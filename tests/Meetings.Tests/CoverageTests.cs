using System.Text.Json.Nodes;
using Platform.Contracts.Directory.V1;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

/// <summary>The 1-3-31 platform: no building without its point, pavilion and hall; no body asleep.</summary>
public sealed class CoverageTests(CadenceWorld cadence) : IClassFixture<CadenceWorld>
{
    private readonly MeetingsWorld world = cadence.World;

    [Fact]
    public async Task AChain_IsWholeOnlyWithPointPavilionAndHall_WhateverTheOrderOfTheVenuesFacts()
    {
        Assert.Equal((7 - 1, 0, 3, 3), Of(await Coverage()));

        var (hall, pavilion, point) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await Venue(point, world.Building12, VenueKind.Point);
        await Venue(hall, world.Neighbourhood, VenueKind.Hall);
        Assert.Equal((6, 2, 3, 3), Of(await Coverage()));
        await Venue(pavilion, world.Grid1, VenueKind.Pavilion);
        var whole = await Coverage();
        Assert.Equal((6, 3, 3, 2), Of(whole));
        var line = whole["lines"]!.AsArray().Single(x => (string)x!["areaId"]! == $"{world.Building12}")!;
        Assert.Equal((true, "场所"), ((bool)line["chain"]!, (string)line["venue"]!));
        Assert.Equal("BuildingPoint", (string)line["body"]!["kind"]!);

        // Closed in its second version, which is heard before an older word.
        await Venue(pavilion, world.Grid1, VenueKind.Pavilion, open: false, version: 3);
        await Venue(pavilion, world.Grid1, VenueKind.Pavilion, open: true, version: 2);
        Assert.Equal((6, 2, 3, 3), Of(await Coverage()));
    }

    [Fact]
    public async Task ABody_WithoutAConvenedMeetingForLong_IsDormant()
    {
        var (awake, members) = await world.Body();
        var (asleep, _) = await world.Body();
        Assert.All(await Others(), x => Assert.False((bool)x["dormant"]!));

        world.Clock.Pass(TimeSpan.FromDays(91));
        Assert.True((bool)(await Others()).Single(x => Id(x) == asleep)["dormant"]!);
        await world.InSession(awake, members);

        var bodies = await Others();
        Assert.Equal((false, 1), ((bool)bodies.Single(x => Id(x) == awake)["dormant"]!, (int)bodies.Single(x => Id(x) == awake)["meetings"]!));
        Assert.True((bool)bodies.Single(x => Id(x) == asleep)["dormant"]!);
        Assert.False((bool)(await Others("&days=120")).Single(x => Id(x) == asleep)["dormant"]!);
    }

    [Fact]
    public async Task Coverage_OfAStreet_IsANumberANeighbourhood_AndOutsideOnesAreaNothing()
    {
        var all = await world.Get("/coverage");
        Assert.Equal($"{world.Neighbourhood}", (string)Assert.Single(all["neighbourhoods"]!.AsArray())!["areaId"]!);
        Assert.Empty(all["lines"]!.AsArray());
        Refused(403, "rights.outside-your-area", await world.Send(HttpMethod.Get, $"/coverage?area={world.Neighbourhood}", by: world.Somebody(Role.Convenor, world.Building13, "310113008/005/g1/13/")));
        Refused(400, "area.unknown", await world.Send(HttpMethod.Get, $"/coverage?area={world.Street}"));
    }

    private Task<JsonNode> Coverage(string more = "") => world.Get($"/coverage?area={world.Neighbourhood}{more}");

    private async Task<List<JsonNode>> Others(string more = "") => [.. (await Coverage(more))["others"]!.AsArray().Select(x => x!)];

    private Task Venue(Guid id, Guid area, VenueKind kind, bool open = true, int version = 1) =>
        world.Deliver(world.Fact(new VenueChanged { AreaId = area, Kind = kind, Name = "场所", Capacity = 20, Open = open }, id, version));

    private static (int, int, int, int) Of(JsonNode view) => view["neighbourhoods"]!.AsArray().Single() is { } x
        ? ((int)x["units"]!, (int)x["withVenue"]!, (int)x["buildings"]!, (int)x["orphans"]!) : default;
}
