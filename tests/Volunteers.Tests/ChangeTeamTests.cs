using System.Net;
using System.Net.Http.Json;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Http;
using Platform.Volunteers.Features;
using Xunit;

namespace Platform.Volunteers.Tests;

public sealed class ChangeTeamTests(VolunteersWorld world) : IClassFixture<VolunteersWorld>
{
    [Fact]
    public async Task ATeam_ChangesItsNameAndLeader_ByStaffOfItsAreaAlone_AndKeepsItsMembers()
    {
        var (team, leader, member) = (await world.FoundedTeam(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await world.Do(member, $"teams/{team}/members");
        var change = new { name = "花友会", kind = "GardenLovers", leaderId = leader, recruiting = false };
        using var staff = world.As(world.Staff);
        using var elsewhere = world.As(world.Somebody(Role.CommitteeStaff, world.Grid2, VolunteersWorld.Grid2Path));

        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.PutAsJsonAsync($"{VolunteersWorld.Api}/teams/{team}", change)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await staff.PutAsJsonAsync($"{VolunteersWorld.Api}/teams/{team}", change)).StatusCode);

        var seen = (await world.Get<Page<ListTeams.View>>(member, "teams")).Items.Single(x => x.Id == team);
        Assert.Equal(("花友会", leader, false, 1, true), (seen.Name, seen.LeaderId, seen.Recruiting, seen.Members, seen.Mine));
    }
}
