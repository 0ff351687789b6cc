using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Actions.V1;
using Platform.Partners.Domain;
using Xunit;

namespace Platform.Partners.Tests;

public sealed class WhenResolutionAdoptedTests(PartnersWorld world) : IClassFixture<PartnersWorld>
{
    [Fact]
    public async Task HeardTwice_AndOnceMoreUnderAnotherId_ThereIsOneNeed()
    {
        var action = Guid.CreateVersion7();
        var resolution = world.Resolution(action);

        await world.Deliver(resolution);
        await world.Deliver(resolution);
        await world.Deliver(resolution with { EventId = Guid.CreateVersion7() });

        Assert.Equal(1, await world.In(world.Ours, db => db.Needs.CountAsync(x => x.ActionId == action)));
    }

    [Fact]
    public async Task HeardBeforeItsArea_TheNeedIsThereWhenTheAreaIs()
    {
        var (action, area) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var resolution = world.Resolution(action);
        await world.Deliver(resolution with { Actions = [resolution.Actions[0] with { AreaId = area }] });
        await world.Deliver(world.Fact(new Contracts.Directory.V1.AreaChanged
        {
            Code = "31", Name = "31号楼", Households = 60, Level = Contracts.Directory.V1.AreaLevel.Building, ParentId = world.Grid1, Path = PartnersWorld.Grid1Path + "31/",
        }, area));

        var need = await world.In(world.Ours, db => db.Needs.Where(x => x.ActionId == action).Select(x => x.Id).SingleAsync());
        Assert.Equal("31号楼", (await world.Need(need)).AreaName);
    }

    [Theory]
    [InlineData(ActionKind.Volunteers)]
    [InlineData(ActionKind.Property)]
    [InlineData(ActionKind.Committee)]
    public async Task ActionsOfOthers_AreNotOurs(ActionKind kind)
    {
        var action = Guid.CreateVersion7();
        await world.Deliver(world.Resolution(action, kind));
        Assert.Equal(0, await world.In(world.Ours, db => db.Needs.CountAsync(x => x.ActionId == action)));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void EveryCategory_HasItsWord(string language)
    {
        CultureInfo.CurrentUICulture = new CultureInfo(language);
        Assert.All(Categories.All, x => Assert.NotEqual(x, Categories.Name(x)));
        Assert.Equal(Categories.All.Count, Categories.All.Select(Categories.Name).Distinct().Count());
    }
}
