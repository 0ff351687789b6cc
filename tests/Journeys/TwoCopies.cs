using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;
using static Platform.Journeys.Otlp.Span.Types;

namespace Platform.Journeys;

/// <summary>Nothing is kept in a process: a service runs in any number of copies behind the gateway.</summary>
public sealed class TwoCopies(StartedPlatform platform) : Journey(platform)
{
    private static readonly TimeSpan ARound = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task BothCopiesRun_AndTheGatewayAsksBoth()
    {
        var ear = Two();
        var staff = await SignIn(5);

        var heard = await ear.Of("twenty questions", async () =>
        {
            for (var i = 0; i < 20; i++) await staff.Get("/api/v1/issues?limit=1");
        });

        await Until.Holds("both copies were asked", () => Task.FromResult(Asked().SequenceEqual(["issues", "issues-2"])));

        IEnumerable<string> Asked() => heard.Where(x => x is { Service: "issues", Kind: SpanKind.Server }).Select(x => x.Instance).Distinct().Order();
    }

    /// <summary>Each copy looks at the deadlines, three times a minute; what is due becomes so once.</summary>
    [Fact]
    public async Task ADeadlineThatBothCopiesSee_FallsOnce()
    {
        Two();
        var (author, staff, verifier, property) = (await NewResident(), await SignIn(5), await SignIn(6), await SignIn(9));
        var issue = await author.Report(new Tale("18号楼雨棚漏水", "一下雨就滴到台阶上，结冰很滑。", "facilities", Zhangmiao.Building(18)));
        await staff.Accept(issue.Id);
        await staff.Triage(issue.Id, "Small", "物业可直接处理", fastLane: true);
        await staff.Give(issue.Id, "Property", "更换雨棚", Clock.Today.AddDays(3));
        await property.DoActions(issue.Id, "Property", "已更换");
        await verifier.Verify(issue.Id, true, "不漏了");

        await Clock.PassTo(Clock.Now.AddDays(7).AddHours(1));
        await staff.Reaches(issue.Id, "Closed");
        await Task.Delay(ARound);

        Assert.Single((await staff.Issue(issue.Id)).GetProperty("history").EnumerateArray(), x => x.GetProperty("act").GetString() == "Closed");
        Assert.Single((await staff.Get($"/api/v1/insights/timelines/{issue.Number}")).GetProperty("entries").EnumerateArray(),
            x => x.GetProperty("kind").GetString() == "IssueClosed");
    }

    private TraceEar Two()
    {
        Assert.SkipWhen(Platform.Ear is null, "The platform that PLATFORM_RUN names was started by somebody else, with as many copies as they liked.");
        Assert.Equal(2, Platform.Run.Processes.Count(x => x.Name is "issues" or "issues-2" && x.Pid is not null));
        return Platform.Ear;
    }
}
