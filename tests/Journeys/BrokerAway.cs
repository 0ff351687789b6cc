using System.Diagnostics;
using System.Net.Sockets;
using Npgsql;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;

namespace Platform.Journeys;

/// <summary>Nothing of the hand-over is faked: without the broker it halts, and what was accepted meanwhile arrives afterwards, once.</summary>
public sealed class BrokerAway(StartedPlatform platform) : Journey(platform)
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    [Fact]
    public Task WithoutRabbitMq_ATriageIsAccepted_AndArrivesWhenItIsBack() => Arrives(away: ["rabbitmq"]);

    [Fact]
    public Task WithoutMeetings_ATriageWaits_AndArrivesWhenItIsBack() => Arrives(away: ["meetings"]);

    [Fact]
    public Task WithoutBoth_ATriageArrivesWhenTheyAreBack() => Arrives(away: ["rabbitmq", "meetings"]);

    private async Task Arrives(params string[] away)
    {
        var (resident, staff) = (await NewResident(), await SignIn(5));
        var hall = (await staff.Bodies(Zhangmiao.Neighbourhood, "NeighbourhoodHall")).Single().GetProperty("id").GetGuid();
        var issue = await resident.Report(new Tale("车棚充电桩不够", "电瓶车没地方充电，有人飞线充电。", "safety", Zhangmiao.Building(20)));
        await staff.Accept(issue.Id);

        try
        {
            foreach (var name in away) await Platform.Hold(name);
            if (away.Contains("rabbitmq")) await Until.Holds("the broker is away", async () => !await BrokerAnswers());
            await staff.Triage(issue.Id, "Hard", "涉及全小区");
            Assert.Equal("Triaged", await staff.StatusOf(issue.Id));
            if (away.Contains("rabbitmq")) Assert.NotEqual(0, await WaitingToBeSent());
            if (!away.Contains("meetings")) Assert.DoesNotContain(await staff.Inbox(hall), x => x.GetProperty("issueId").GetGuid() == issue.Id);
        }
        finally
        {
            foreach (var name in away) Platform.Release(name);
        }

        var since = Stopwatch.GetTimestamp();
        await Until.Holds("the issue is in the hall's inbox", async () => (await InboxOf(staff, hall)).Contains(issue.Id), AMinute);
        Tell($"Without {string.Join(" and ", away)}: there {Stopwatch.GetElapsedTime(since).TotalSeconds:f1} s after the start was asked for.");

        await Until.Holds("the outbox is empty", async () => await WaitingToBeSent() == 0, AMinute);
        Assert.Single(await InboxOf(staff, hall), issue.Id);
        await Until.Holds("Insights has heard of it", async () => await Triages(resident, issue) > 0, AMinute);
        Assert.Equal(1, await Triages(resident, issue));
        await Until.Holds("the whole platform is well", async () =>
        {
            using var health = await Gateway.Http.GetAsync("/health");
            return health.IsSuccessStatusCode;
        });
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

    private async Task<bool> BrokerAnswers()
    {
        using var client = new TcpClient();
        try
        {
            var broker = new Uri(Platform.Run.RabbitMq!);
            await client.ConnectAsync(broker.Host, broker.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task<long> WaitingToBeSent()
    {
        await using var jobs = new NpgsqlConnection(Platform.Run.Processes.Single(x => x.Name == "issues").ConnectionStrings!["issuesdb-jobs"]);
        await jobs.OpenAsync();
        await using var count = new NpgsqlCommand("SELECT count(*) FROM outbox", jobs);
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
