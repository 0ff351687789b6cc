using System.Net;
using System.Net.Http.Json;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Features;
using Xunit;

namespace Platform.Directory.Tests;

public sealed class ShowAreasTests(DirectoryWorld world)
{
    [Fact]
    public async Task Places_WithoutAToken_AreTheStreetsOwnTree()
    {
        using var http = world.Anonymous();

        var places = (await http.GetFromJsonAsync<List<ShowAreas.Place>>("/api/v1/directory/public/zhangmiao/areas", Json.Options))!;

        Assert.Equal(31, places.Count(x => x.Level is AreaLevel.Building && x.Code.StartsWith("310113008005-", StringComparison.Ordinal)));
        Assert.Equal(AreaLevel.Street, places[0].Level);
        Assert.DoesNotContain(places, x => x.Code.StartsWith("310113007", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/api/v1/directory/public/nowhere/areas")).StatusCode);
    }

    [Fact]
    public async Task Area_ShowsItsNumbersAndOutline_AndAnETag()
    {
        using var resident = world.Resident();

        var answer = await resident.GetAsync($"/api/v1/directory/areas/{DirectoryWorld.Area(1)}");
        var area = (await answer.Content.ReadFromJsonAsync<ShowAreas.View>(Json.Options))!;

        Assert.Equal((4879, 246, 1985, 102_000), (area.Residents, area.PartyMembers, area.YearBuilt, area.Size));
        Assert.Equal("Polygon", area.Outline!.Value.GetProperty("type").GetString());
        Assert.Equal($"\"{area.Version}\"", answer.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task Map_OfAGrid_IsItselfAndItsBuildings_LargestFirst()
    {
        using var resident = world.Resident();

        var drawn = (await resident.GetFromJsonAsync<List<DrawAreas.Shape>>($"/api/v1/directory/areas/{DirectoryWorld.Area(11)}/map", Json.Options))!;

        Assert.Equal(AreaLevel.Grid, drawn[0].Level);
        Assert.True(drawn.Count > 5);
        Assert.All(drawn.Skip(1), x => Assert.Equal(AreaLevel.Building, x.Level));
        Assert.All(drawn, x => Assert.Equal(5, Assert.Single(x.Rings).Count));
        Assert.Equal(HttpStatusCode.NotFound, (await resident.GetAsync($"/api/v1/directory/areas/{Guid.CreateVersion7()}/map")).StatusCode);
    }

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[[[1,2],[3,4]],[[5,6]]]}""", 2)]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[[[1,2]]],[[[3,4]],[[5,6]]]]}""", 3)]
    [InlineData("""{"type":"Polygon","coordinates":[1,[["x"]],[[1]]]}""", 0)]
    public void Rings_AreWhatHasPoints(string geoJson, int rings) => Assert.Equal(rings, Platform.Directory.Domain.Outlines.Rings(geoJson).Count);

    [Fact]
    public async Task Vacancies_AreBuildingsWithoutALead()
    {
        using var staff = world.WusongStaff();

        var vacancies = (await staff.GetFromJsonAsync<List<ShowAreas.Vacancy>>("/api/v1/directory/areas/vacancies", Json.Options))!;

        Assert.Equal(7, vacancies.Count(x => x.Role is Role.BuildingLead));
        Assert.Single(vacancies, x => x.Role is Role.GridOfficer);
    }
}
