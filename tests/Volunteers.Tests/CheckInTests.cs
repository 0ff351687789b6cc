using Platform.Contracts.Directory.V1;
using Platform.Volunteers.Domain;
using Platform.Volunteers.Features;
using Xunit;

namespace Platform.Volunteers.Tests;

public sealed class CheckInTests(VolunteersWorld world) : IClassFixture<VolunteersWorld>
{
    [Fact]
    public async Task WithTheCode_OneChecksOneselfInAndOut_ThreeTimesADayAtMost()
    {
        // Three times a day: not across the street's midnight, which UTC's midnight is eight hours after.
        world.Clock.Pass(TimeSpan.FromDays(1) - world.Clock.GetUtcNow().TimeOfDay);
        var (id, person) = await SignedUp();
        var code = new { code = (await world.Get<ReadRoster.View>(world.Staff, $"activities/{id}/roster")).Code };

        Assert.Equal("activity.too-early", await VolunteersWorld.Code(await world.Post(person, $"activities/{id}/check-in", code)));
        world.Clock.Pass(TimeSpan.FromHours(2));
        Assert.Equal("check-in.wrong-code", await VolunteersWorld.Code(await world.Post(person, $"activities/{id}/check-in", new { code = "no" })));
        for (var times = 0; times < SignUp.CheckInsADay; times++)
        {
            await world.Do(person, $"activities/{id}/check-in", code);
            Assert.Equal("check-in.already-in", await VolunteersWorld.Code(await world.Post(person, $"activities/{id}/check-in", code)));
            world.Clock.Pass(TimeSpan.FromMinutes(20));
            await world.Do(person, $"activities/{id}/check-out", code);
        }

        Assert.Equal("check-in.too-often", await VolunteersWorld.Code(await world.Post(person, $"activities/{id}/check-in", code)));
        Assert.Equal("check-in.not-in", await VolunteersWorld.Code(await world.Post(person, $"activities/{id}/check-out", code)));
        Assert.Equal((60, ActivityStatus.Running), ((await world.Activity(id, person)).MyMinutes, (await world.Activity(id)).Status));
    }

    [Fact]
    public async Task ManyCheckInsAtOnce_CountOnce()
    {
        var (id, person) = await SignedUp();
        world.Clock.Pass(TimeSpan.FromHours(2));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Post(world.Staff, $"activities/{id}/roster/{person}/check-in")));

        Assert.Equal(1, Assert.Single((await world.Get<ReadRoster.View>(world.Staff, $"activities/{id}/roster")).People).CheckIns);
    }

    [Fact]
    public async Task WhoForgotToCheckOut_LeftAtThePlannedEnd()
    {
        var (id, person) = await SignedUp();
        world.Clock.Pass(TimeSpan.FromHours(3));
        await world.Do(world.Staff, $"activities/{id}/roster/{person}/check-in");
        world.Clock.Pass(TimeSpan.FromHours(9));

        await world.Do(world.Staff, $"activities/{id}/finish");

        Assert.Equal(120, (await world.Activity(id, person)).MyMinutes);
    }

    [Fact]
    public async Task WhoWaits_OrNeverSignedUp_IsNotCheckedIn()
    {
        var (id, _) = await SignedUp();
        var waiting = Guid.CreateVersion7();
        await world.Do(waiting, $"activities/{id}/sign-ups");
        world.Clock.Pass(TimeSpan.FromHours(2));

        Assert.Equal("sign-up.still-waiting", await VolunteersWorld.Code(await world.Post(world.Staff, $"activities/{id}/roster/{waiting}/check-in")));
        Assert.Equal("sign-up.none", await VolunteersWorld.Code(await world.Post(world.Staff, $"activities/{id}/roster/{Guid.CreateVersion7()}/check-in")));
    }

    [Fact]
    public async Task TheRoster_IsForWhoRunsTheActivity()
    {
        var leader = Guid.CreateVersion7();
        await world.Do(world.Staff, "teams", new { name = "爱绿达人", kind = "GardenLovers", areaId = world.Neighbourhood, leaderId = leader, recruiting = true });
        var team = (await world.Get<Kernel.Http.Page<ListTeams.View>>(leader, "teams")).Items.First(x => x.LeaderId == leader);
        var id = await world.OpenedActivity(1, team.Id);
        var elsewhere = world.Somebody(Role.CommitteeStaff, world.Grid2, VolunteersWorld.Grid2Path);

        Assert.Empty((await world.Get<ReadRoster.View>(leader, $"activities/{id}/roster")).People);
        foreach (var other in new[] { elsewhere, Guid.CreateVersion7(), world.Somebody(Role.StreetOfficer) })
        {
            using var http = world.As(other);
            using var answer = await http.GetAsync(new Uri($"{VolunteersWorld.Api}/activities/{id}/roster", UriKind.Relative));
            Assert.Equal("rights.outside-your-area", await VolunteersWorld.Code(answer));
        }
    }

    private async Task<(Guid Activity, Guid Person)> SignedUp()
    {
        var (id, person) = (await world.OpenedActivity(capacity: 1), Guid.CreateVersion7());
        await world.Do(person, $"activities/{id}/sign-ups");
        return (id, person);
    }
}
