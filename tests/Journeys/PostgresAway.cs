using System.Diagnostics;
using System.Net;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;

namespace Platform.Journeys;

/// <summary>Without its database a service says so and refuses plainly; with it back it goes on by itself, with everything that it had.</summary>
public sealed class PostgresAway(StartedPlatform platform) : Journey(platform)
{
    [Fact]
    public async Task WithoutPostgreSql_NothingIsPretended_AndNothingIsLost()
    {
        await Platform.IsWell();
        var (resident, staff) = (await NewResident(), await SignIn(5));
        var hall = (await staff.Bodies(Zhangmiao.Neighbourhood, "NeighbourhoodHall")).Single().GetProperty("id").GetGuid();
        var issue = await resident.Report(new Tale("单元门关不严", "冬天风灌进来，门一直哐当响。", "facilities", Zhangmiao.Building(22)));
        await staff.Accept(issue.Id);
        var processes = Platform.Run.Processes;

        try
        {
            await Platform.Hold("postgres");
            foreach (var service in (string[])["directory", "issues", "meetings", "volunteers", "partners", "insights"])
            {
                await Until.Holds($"{service} says that it is unwell", async () => await Platform.Health(service) is HttpStatusCode.ServiceUnavailable);
                Assert.Equal(HttpStatusCode.OK, await Platform.Health(service, "alive"));
            }

            await Refused("service.away", () => staff.Issue(issue.Id));
            await Refused("service.away", () => staff.Triage(issue.Id, "Hard", "没有数据库"));
            await Refused("service.away", () => resident.Report(new Tale("记不下来的事", "没有数据库。", "other", Zhangmiao.Building(22))));
            Assert.Equal(HttpStatusCode.OK, await Platform.Health("web", "alive"));
        }
        finally
        {
            Platform.Release("postgres");
        }

        var since = Stopwatch.GetTimestamp();
        await Platform.IsWell();
        Tell($"Well {Stopwatch.GetElapsedTime(since).TotalSeconds:f1} s after the start was asked for.");
        await Again(async () => Assert.Equal("Accepted", await staff.StatusOf(issue.Id)));
        await Again(() => staff.Triage(issue.Id, "Hard", "涉及全小区"));
        await Again(() => staff.Waits(hall, issue.Id));
        // Those that nobody has asked since: whoever comes next finds them well.
        await Again(() => staff.List("/api/v1/volunteers/teams"));
        await Again(() => staff.List("/api/v1/partners/units"));
        Tell($"Started again meanwhile: {string.Join(", ", Platform.Run.Processes.ExceptBy(processes.Select(x => (x.Name, x.Pid)), x => (x.Name, x.Pid)).Select(x => x.Name))}.");
        Assert.Equal(0, await Platform.Count("issues", "SELECT count(*) FROM issues WHERE title = '记不下来的事'"));
    }

    // A connection that was open before may still be found broken by the first who uses it, and says so in the same words.
    private static Task<bool> Again(Func<Task> act) => Until.NoLonger("service.away", async () =>
    {
        await act();
        return true;
    });
}
