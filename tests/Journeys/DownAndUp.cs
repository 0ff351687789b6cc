using System.Net;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;
using Platform.Standalone.Processes;

namespace Platform.Journeys;

/// <summary>What ./platform promises whoever runs it: ready soon, every process looked after, and everything still there the next day.</summary>
public sealed class DownAndUp(StartedPlatform platform) : Journey(platform)
{
    // On a quiet machine it is 40; one that tests something else besides may take its time.
    private const int Bearable = 150;
    private static readonly string[] Services = ["directory", "issues", "meetings", "volunteers", "partners", "insights", "gateway", "web"];

    [Fact]
    public async Task Down_ThenUp_FindsEverythingAgain()
    {
        Assert.SkipWhen(Platform.Ear is null, "The platform that PLATFORM_RUN names is somebody else's.");
        Tell($"Healthy {Platform.Seconds} s after the start on a built tree, without data.");
        Assert.InRange(Platform.Seconds, 1, Bearable);
        var resident = await NewResident();
        var issue = await resident.Report(new Tale("楼道感应灯太暗", "老人上楼看不清台阶。", "facilities", Zhangmiao.Building(23)));
        var (code, words) = await Platform.Script("status");
        Assert.True(code == 0, words);
        Assert.All(Services, x => Assert.Matches($@"(?m)^{x} +healthy +\d+", words));

        await Platform.Down();
        Assert.Equal((3, "Not running.\n"), await Platform.Script("status"));
        await Platform.Up();

        Tell($"Healthy {Platform.Seconds} s after the second start.");
        Assert.InRange(Platform.Seconds, 1, Bearable);
        // Both services that this asks are well, and cold: the first answer may take longer than a question may.
        await Until.NoLonger("service.away", () => Gateway.LookUp(issue.Number, resident.Phone));
        Assert.Equal("Submitted", (await Gateway.LookUp(issue.Number, resident.Phone)).GetProperty("status").GetString());
        var staff = await SignIn(5);
        await staff.Accept(issue.Id);
        // Nothing was planted or played a second time.
        Assert.Single(await staff.List("/api/v1/partners/units"), x => x.GetProperty("name").GetString() == "四叶草堂");
    }

    [Fact]
    public async Task AServiceThatIsKilled_ComesBack()
    {
        var before = Platform.Run.Processes.ToDictionary(x => x.Name);
        foreach (var service in Services) Assert.True(Linux.SignalProcess(before[service].Pid!.Value, Signal.Kill));

        await Until.Holds("each is another process", () => Task.FromResult(
            Platform.Run.Processes.Where(x => Services.Contains(x.Name)).All(x => x.Pid is { } pid && pid != before[x.Name].Pid && x.Restarts > before[x.Name].Restarts)));
        foreach (var service in Services) await Until.Holds($"{service} is healthy", async () => await Platform.Health(service) is HttpStatusCode.OK, TimeSpan.FromMinutes(2));
        await Platform.IsWell();
        await (await SignIn(5)).List("/api/v1/issues");
    }
}
