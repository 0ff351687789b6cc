using Platform.Contracts.Directory.V1;
using Platform.Partners.Features;
using Xunit;

namespace Platform.Partners.Tests;

public sealed class ToDoTests(PartnersWorld world) : IClassFixture<PartnersWorld>
{
    [Fact]
    public async Task EachStepOfANeed_WaitsForWhoeverTakesIt_AndForNobodyElse()
    {
        var contact = world.Somebody(Role.PartnerContact);
        var elsewhere = world.Somebody(Role.CommitteeStaff, world.Grid2, PartnersWorld.Grid2Path);
        var need = await world.PublishedNeed();
        Assert.Equal((ToDo.What.Seek, 1, need), Only(await All(world.Staff)));

        var unit = await world.JoinedUnit(contact);
        var resource = await world.OfferedResource(unit);
        Assert.Equal((ToDo.What.Match, 1, need), Only(await All(world.Staff)));
        Assert.Empty(await All(elsewhere));
        Assert.Empty(await All(contact));

        await world.Do(world.Staff, $"needs/{need}/match", new { resourceId = resource });
        Assert.Empty(await All(world.Staff));
        Assert.Equal((ToDo.What.Serve, 1, need), Only(await All(contact)));

        await world.Do(contact, $"needs/{need}/services", new { heldOn = "2026-11-23", peopleServed = 3, what = "营造" });
        Assert.Empty(await All(contact));
        Assert.Equal((ToDo.What.Confirm, 1, need), Only(await All(world.Staff)));

        // The one garden is given away: another need finds nothing.
        var second = await world.PublishedNeed();
        Assert.Equal(second, Assert.Single((await All(world.Staff)).Single(x => x.What is ToDo.What.Seek).First).Id);
        await world.Do(world.Staff, $"needs/{need}/confirm");
        Assert.Equal((ToDo.What.Seek, 1, second), Only(await All(world.Staff)));
    }

    private Task<ToDo.Group[]> All(Guid by) => world.Get<ToDo.Group[]>(by, "to-do");

    private static (ToDo.What, int, Guid) Only(ToDo.Group[] groups) => Assert.Single(groups) is var only ? (only.What, only.Count, Assert.Single(only.First).Id) : default;
}
