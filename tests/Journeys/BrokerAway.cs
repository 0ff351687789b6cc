using System.Diagnostics;
using System.Net;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;

namespace Platform.Journeys;

/// <summary>Nothing of the hand-over is faked: without the broker it halts, and what was accepted meanwhile arrives afterwards, once.</summary>
public sealed class BrokerAway(StartedPlatform platform) : Journey(platform)
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    [Fact]
    public Task WithoutRabbitMqForAMinute_ATriageIsAccepted_AndArrivesWhenItIsBack() => Arrives(AMinute, away: ["rabbitmq"]);

    [Fact]
    public Task WithoutMeetings_ATriageWaits_AndArrivesWhenItIsBack() => Arrives(TimeSpan.Zero, away: ["meetings"]);

    [Fact]
    public Task WithoutBoth_ATriageArrivesWhenTheyAreBack() => Arrives(TimeSpan.Zero, away: ["rabbitmq", "meetings"]);

    private async Task Arrives(TimeSpan held, params string[] away)
    {
        await Platform.IsWell();
        var (resident, staff) = (await NewResident(), await SignIn(5));
        var hall = (await staff.Bodies(Zhangmiao.Neighbourhood, "NeighbourhoodHall")).Single().GetProperty("id").GetGuid();
        var issue = await resident.Report(new Tale("车棚充电桩不够", "电瓶车没地方充电，有人飞线充电。", "safety", Zhangmiao.Building(20)));
        await staff.Accept(issue.Id);
        var (processes, since) = (Platform.Run.Processes, Stopwatch.GetTimestamp());

        try
        {
            foreach (var name in away) await Platform.Hold(name);
            if (away.Contains("rabbitmq")) await Until.Holds("Issues says that it is unwell", async () => await Platform.Health("issues") is HttpStatusCode.ServiceUnavailable);
            await staff.Triage(issue.Id, "Hard", "涉及全小区");
            Assert.Equal("Triaged", await staff.StatusOf(issue.Id));
            if (away.Contains("rabbitmq")) Assert.NotEqual(0, await Platform.WaitingToBeSent("issues"));
            if (!away.Contains("meetings")) Assert.DoesNotContain(await staff.Inbox(hall), x => x.GetProperty("issueId").GetGuid() == issue.Id);
            while (Stopwatch.GetElapsedTime(since) < held) await KeepsAnswering(resident, staff);
        }
        finally
        {
            foreach (var name in away) Platform.Release(name);
        }

        since = Stopwatch.GetTimestamp();
        await Until.Holds("the issue is in the hall's inbox", async () => (await InboxOf(staff, hall)).Contains(issue.Id), AMinute);
        Tell($"Without {string.Join(" and ", away)}: there {Stopwatch.GetElapsedTime(since).TotalSeconds:f1} s after the start was asked for.");

        await Until.Holds("the outbox is empty", async () => await Platform.WaitingToBeSent("issues") == 0, AMinute);
        Assert.Single(await InboxOf(staff, hall), issue.Id);
        await Until.Holds("Insights has heard of it", async () => await Triages(resident, issue) > 0, AMinute);
        Assert.Equal(1, await Triages(resident, issue));
        await Platform.IsWell();
        Tell($"Started again meanwhile: {string.Join(", ", Platform.Run.Processes.ExceptBy(processes.Select(x => (x.Name, x.Pid)), x => (x.Name, x.Pid)).Select(x => x.Name))}.");
    }

    // Unwell, for whoever places work; alive, for whoever restarts processes; and at work: what is written and read needs no broker.
    private async Task KeepsAnswering(Player resident, Player staff)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Platform.Health("issues"));
        Assert.Equal(HttpStatusCode.OK, await Platform.Health("issues", "alive"));
        var other = await resident.Report(new Tale("公告栏玻璃裂了", "有一道长裂缝。", "facilities", Zhangmiao.Building(21)));
        await staff.Accept(other.Id);
        Assert.Equal("Accepted", (await Gateway.LookUp(other.Number, resident.Phone)).GetProperty("status").GetString());
        await Task.Delay(TimeSpan.FromSeconds(5));
    }

    // While Meetings starts, the gateway says that it is away.
    private static async Task<IReadOnlyList<Guid>> InboxOf(Player staff, Guid hall)
    {
        try
        {
            return [.. (await staff.Inbox(hall)).Select(x => x.GetProperty("issueId").GetGuid())];
        }
        catch (PlatformRefusedException refused) when (refused.Code == "service.away")
        {
            return [];
        }
    }

    private static async Task<int> Triages(Player resident, Receipt issue)
    {
        try
        {
            return (await resident.Get($"/api/v1/insights/timelines/{issue.Number}")).GetProperty("entries").EnumerateArray()
                .Count(x => x.GetProperty("kind").GetString() == "IssueTriaged");
        }
        catch (PlatformRefusedException refused) when (refused.Code is "not-found" or "service.away")
        {
            return 0;
        }
    }
}
