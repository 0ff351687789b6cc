using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Http;
using Platform.Volunteers.Features;
using Xunit;

namespace Platform.Volunteers.Tests;

public sealed class TeamTests(VolunteersWorld world) : IClassFixture<VolunteersWorld>
{
    [Fact]
    public async Task ATeamThatDoesNotRecruit_TakesNobody()
    {
        var (team, person) = (await Founded(recruiting: false), Guid.CreateVersion7());

        Assert.Equal("team.not-recruiting", await VolunteersWorld.Code(await world.Post(person, $"teams/{team}/members")));

        Assert.Equal((0, false), await Members(team, person));
    }

    [Fact]
    public async Task PersonErased_LeavesTheirTeams_AndLeadsNone()
    {
        var (team, person) = (await Founded(recruiting: true), Guid.CreateVersion7());
        await world.Do(person, $"teams/{team}/members");
        using var staff = world.As(world.Staff);
        (await staff.PutAsJsonAsync($"{VolunteersWorld.Api}/teams/{team}", new { name = "爱绿达人", kind = "GardenLovers", leaderId = person, recruiting = true })).EnsureSuccessStatusCode();

        await world.Deliver(world.Fact(new PersonErased(), person));

        Assert.Equal((0, false), await Members(team, person));
        Assert.Null(await world.In(world.Ours, db => db.Teams.Where(x => x.Id == team).Select(x => x.LeaderId).SingleAsync()));
    }

    [Fact]
    public async Task JoiningAgain_AlsoAtTheSameMoment_JoinsOnce()
    {
        var (team, person) = (await Founded(recruiting: true), Guid.CreateVersion7());

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.Post(person, $"teams/{team}/members")));

        Assert.Single(answers, x => x.StatusCode is HttpStatusCode.NoContent);
        foreach (var answer in answers.Where(x => x.StatusCode is not HttpStatusCode.NoContent))
            Assert.Equal("team.already-in", await VolunteersWorld.Code(answer));
        Assert.Equal((1, true), await Members(team, person));
    }

    [Fact]
    public async Task AnActivityOfATeamThatIsNotThere_IsNotArranged()
    {
        var id = await world.DraftedActivity();
        using var staff = world.As(world.Staff);

        var answer = await staff.PutAsJsonAsync($"{VolunteersWorld.Api}/activities/{id}", world.Plan(3, teamId: Guid.CreateVersion7()));

        Assert.Equal((HttpStatusCode.BadRequest, "team.unknown"), (answer.StatusCode, await VolunteersWorld.Code(answer)));
        Assert.Null((await world.Activity(id)).StartsAt);
    }

    private async Task<Guid> Founded(bool recruiting)
    {
        using var staff = world.As(world.Staff);
        return (await VolunteersWorld.Read<Made>(await staff.PostAsJsonAsync(
            $"{VolunteersWorld.Api}/teams", new { name = "文明新风", kind = "Civility", areaId = world.Neighbourhood, recruiting }))).Id;
    }

    private async Task<(int Members, bool Mine)> Members(Guid team, Guid person)
    {
        var seen = (await world.Get<Page<ListTeams.View>>(person, "teams?limit=100")).Items.Single(x => x.Id == team);
        return (seen.Members, seen.Mine);
    }
}
