using System.Net.Http.Json;
using Platform.Volunteers.Domain;
using Xunit;

namespace Platform.Volunteers.Tests;

public sealed class ArrangeActivityTests(VolunteersWorld world) : IClassFixture<VolunteersWorld>
{
    [Fact]
    public async Task WhatIsNotArranged_OrWasToBeginAlready_IsNotOpened()
    {
        var id = await world.DraftedActivity();
        Assert.Equal("activity.not-arranged", await VolunteersWorld.Code(await world.Post(world.Staff, $"activities/{id}/open")));

        await world.Arrange(id, capacity: 3);
        world.Clock.Pass(TimeSpan.FromHours(2));

        Assert.Equal("activity.in-the-past", await VolunteersWorld.Code(await world.Post(world.Staff, $"activities/{id}/open")));
        Assert.Equal(ActivityStatus.Draft, (await world.Activity(id)).Status);
    }

    [Theory]
    [InlineData(-1, 2, "activity.in-the-past")]
    [InlineData(2, 2, "activity.ends-before-it-starts")]
    [InlineData(2, 1, "activity.ends-before-it-starts")]
    public async Task AnImpossibleTime_IsRefused(int startsIn, int endsIn, string code)
    {
        var id = await world.DraftedActivity();
        var now = world.Clock.GetUtcNow();
        using var staff = world.As(world.Staff);

        using var answer = await staff.PutAsJsonAsync($"{VolunteersWorld.Api}/activities/{id}", new
        {
            title = "花园养护", what = "浇水、除草", place = "12号楼前", startsAt = now.AddHours(startsIn), endsAt = now.AddHours(endsIn), capacity = 3,
        });

        Assert.Equal(code, await VolunteersWorld.Code(answer));
        Assert.Null((await world.Activity(id)).StartsAt);
    }

    [Fact]
    public async Task WhatIsOver_NobodyIsCheckedInToOrOutOf()
    {
        var person = Guid.CreateVersion7();
        var id = await world.FinishedActivity([person], TimeSpan.FromMinutes(60));

        foreach (var way in new[] { "check-in", "check-out" })
            Assert.Equal("activity.not-running", await VolunteersWorld.Code(await world.Post(world.Staff, $"activities/{id}/roster/{person}/{way}")));
    }

    /// <summary>Checked in and out within a minute, nobody has hours: there is nothing to verify, and it may still be called off.</summary>
    [Fact]
    public async Task WhereNobodyStayed_ThereAreNoHours_AndWhereSomebodyDid_ItIsNotCalledOff()
    {
        var (empty, held) = (await world.FinishedActivity([Guid.CreateVersion7()], TimeSpan.FromSeconds(40)),
            await world.FinishedActivity([Guid.CreateVersion7()], TimeSpan.FromMinutes(60)));

        Assert.Equal("activity.nobody-came", await VolunteersWorld.Code(await world.Post(world.Staff, $"activities/{empty}/verify-hours")));
        Assert.Equal("activity.somebody-came", await VolunteersWorld.Code(await world.Post(world.Staff, $"activities/{held}/cancel", new { reason = "下雨" })));

        await world.Do(world.Staff, $"activities/{empty}/cancel", new { reason = "无人到场" });
        await world.Do(world.Staff, $"activities/{held}/verify-hours");
    }

    /// <summary>The first check-in begins it, and from then on no place is given up.</summary>
    [Fact]
    public async Task OnceSomebodyIsCheckedIn_NoPlaceIsGivenUp()
    {
        var (id, person) = (await world.OpenedActivity(capacity: 1), Guid.CreateVersion7());
        await world.Do(person, $"activities/{id}/sign-ups");
        world.Clock.Pass(TimeSpan.FromHours(2));
        await world.Do(world.Staff, $"activities/{id}/roster/{person}/check-in");

        using var http = world.As(person);
        using var answer = await http.DeleteAsync(new Uri($"{VolunteersWorld.Api}/activities/{id}/sign-ups/me", UriKind.Relative));

        Assert.Equal("activity.not-open", await VolunteersWorld.Code(answer));
    }
}
