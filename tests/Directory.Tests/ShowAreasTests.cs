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
    public async Task Vacancies_AreBuildingsWithoutALead()
    {
        using var staff = world.WusongStaff();

        var vacancies = (await staff.GetFromJsonAsync<List<ShowAreas.Vacancy>>("/api/v1/directory/areas/vacancies", Json.Options))!;

        Assert.Equal(7, vacancies.Count(x => x.Role is Role.BuildingLead));
        Assert.Single(vacancies, x => x.Role is Role.GridOfficer);
    }
}
