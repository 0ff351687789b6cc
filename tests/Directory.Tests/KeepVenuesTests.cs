using System.Net.Http.Json;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Domain;
using Platform.Directory.Features;
using Platform.Directory.Start;
using Platform.Kernel.Http;
using Xunit;

namespace Platform.Directory.Tests;

public sealed class KeepVenuesTests(DirectoryWorld world)
{
    [Fact]
    public async Task Venues_AreOneHallThreePavilionsAndThirtyOnePoints()
    {
        using var resident = world.Resident();
        // Other tests open venues here too; the migration step's have ids that sort before theirs.
        async Task<int> Count(VenueKind kind) => (await resident.GetFromJsonAsync<Page<KeepVenues.View>>($"/api/v1/directory/venues?limit=100&kind={kind}", Json.Options))!
            .Items.Count(x => $"{x.Id}".StartsWith("01900000-", StringComparison.Ordinal));

        Assert.Equal((1, 3, 31), (await Count(VenueKind.Hall), await Count(VenueKind.Pavilion), await Count(VenueKind.Point)));
    }

    [Fact]
    public async Task Close_LeavesAGap_UntilAnotherOpens()
    {
        using var admin = world.As(Ids.Person(2, 3), DirectoryWorld.Wusong);
        var area = Ids.Area(2, 102);
        async Task<bool> IsGap() => (await admin.GetFromJsonAsync<List<KeepVenues.Gap>>("/api/v1/directory/venues/gaps", Json.Options))!.Any(x => x.AreaId == area && x.Missing is VenueKind.Point);
        Assert.False(await IsGap());

        await admin.PutAsJsonAsync($"/api/v1/directory/venues/{Ids.Venue(2, 102)}", new KeepVenues.Changed("2号楼议事点", 8, IsOpen: false));
        Assert.True(await IsGap());
        Assert.False((await world.Says<VenueChanged>(x => x.AreaId == area && !x.Open)).Open);

        (await admin.PostAsJsonAsync("/api/v1/directory/venues", new KeepVenues.Opened(area, "2号楼新议事点", 10))).EnsureSuccessStatusCode();
        Assert.False(await IsGap());
    }

    [Fact]
    public async Task Open_ForTheStreetItself_IsRefused()
    {
        using var admin = world.Admin();

        await Json.Refuses(DirectoryRefusals.NoVenueOfStreets, await admin.PostAsJsonAsync("/api/v1/directory/venues", new KeepVenues.Opened(DirectoryWorld.Area(0), "街道", 10)));
    }
}
