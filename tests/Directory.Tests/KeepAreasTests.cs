using System.Net;
using System.Net.Http.Json;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Domain;
using Platform.Directory.Features;
using Platform.Kernel.Refusals;
using Xunit;

namespace Platform.Directory.Tests;

public sealed class KeepAreasTests(DirectoryWorld world)
{
    [Fact]
    public async Task Add_BelowAnother_LiesOnItsPath_AndIsSaid()
    {
        using var admin = world.Admin();

        var area = await Added(admin, new(DirectoryWorld.Area(0), "310113008006", "泗塘四村", Households: 900));

        Assert.Equal(("310113008/310113008006/", AreaLevel.Neighbourhood), (area.Path, area.Level));
        Assert.Equal(900, (await world.Says<AreaChanged>(x => x.SubjectId == area.Id)).Households);
    }

    [Fact]
    public async Task Add_WithATakenCode_BelowABuilding_OrWithABadOutline_IsRefused()
    {
        using var admin = world.Admin();

        await Json.Refuses(DirectoryRefusals.AreaCodeTaken, await Add(admin, new(DirectoryWorld.Area(0), "310113008005", "又一个")));
        await Json.Refuses(DirectoryRefusals.NothingBelowBuildings, await Add(admin, new(DirectoryWorld.Area(101), "room", "一室")));
        await Json.Refuses(DirectoryRefusals.BadOutline, await Add(admin, new(DirectoryWorld.Area(0), "outline", "边界", Outline: System.Text.Json.JsonElement.Parse("[1]"))));
        await Json.Refuses(KernelRefusals.UnknownArea, await Add(admin, new(Guid.CreateVersion7(), "nowhere", "无处")));
        await Json.Refuses(KernelRefusals.Malformed, await Add(admin, new(DirectoryWorld.Area(0), "a/b", "斜线")));
    }

    [Fact]
    public async Task Change_OfAStaleVersion_IsRefused()
    {
        using var admin = world.Admin();
        var area = await Added(admin, new(DirectoryWorld.Area(0), "310113008007", "泗塘五村"));
        admin.DefaultRequestHeaders.IfMatch.ParseAdd($"\"{area.Version}\"");
        var address = $"/api/v1/directory/areas/{area.Id}";

        Assert.Equal(HttpStatusCode.OK, (await admin.PutAsJsonAsync(address, new KeepAreas.Changed("泗塘五村（新）"))).StatusCode);

        await Json.Refuses(KernelRefusals.Stale, await admin.PutAsJsonAsync(address, new KeepAreas.Changed("泗塘五村（旧）")));
    }

    private static Task<HttpResponseMessage> Add(HttpClient admin, KeepAreas.Added area) => admin.PostAsJsonAsync("/api/v1/directory/areas", area);

    private static async Task<ShowAreas.View> Added(HttpClient admin, KeepAreas.Added area) =>
        (await (await Add(admin, area)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<ShowAreas.View>(Json.Options))!;
}
