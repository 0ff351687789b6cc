using System.Collections.Concurrent;
using System.Text.Json;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;
using Platform.Standalone.Processes;

namespace Platform.Journeys;

/// <summary>
/// Killed with -9 in the middle of everything, several times: the relay between publish and delete, the reaction before its commit, the
/// request before its answer, whatever it was at. Who got an answer can rely on it, and every fact has its effect once.
/// </summary>
public sealed class KilledMidway(StartedPlatform platform) : Journey(platform)
{
    private const string Title = "地下车库入口照明时亮时灭";
    private static readonly string[] Victims = ["issues", "meetings"];
    private readonly ConcurrentBag<Receipt> _acknowledged = [];

    [Fact]
    public async Task KilledWhileFactsFlow_NothingAcknowledgedIsLost_AndNothingHappensTwice()
    {
        await Platform.IsWell();
        var staff = await SignIn(5);
        var pavilion = (await staff.Bodies(Zhangmiao.Grid(3), "GridPavilion")).Single().GetProperty("id").GetGuid();
        using var stop = new CancellationTokenSource();
        var (residents, restarts) = (await Task.WhenAll(NewResident(), NewResident()), Victims.Select(RestartsOf).ToArray());
        var writers = residents.Select(x => Task.Run(() => Write(x, staff, pavilion, stop.Token))).ToArray();

        const int rounds = 3;
        for (var round = 0; round < rounds; round++)
        {
            var sofar = _acknowledged.Count;
            await Until.Holds("some more are through", () => Task.FromResult(_acknowledged.Count >= sofar + 4 || writers.Any(x => x.IsFaulted)), TimeSpan.FromMinutes(2));
            foreach (var victim in Victims) await Kill(victim);
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);
        await Platform.IsWell();
        foreach (var victim in Victims) await Until.Holds($"the outbox of {victim} is empty", async () => await Platform.WaitingToBeSent(victim) == 0);
        Assert.All(Victims.Zip(restarts), x => Assert.True(RestartsOf(x.First) >= x.Second + rounds, $"{x.First} was started again."));

        Tell($"{_acknowledged.Count} issues went through {rounds} kills of each of {string.Join(", ", Victims)}.");
        foreach (var receipt in _acknowledged) await HappenedOnce(staff, receipt);
        Assert.Equal(_acknowledged.Count, await Platform.Count("issues", $"SELECT count(*) FROM issues WHERE title = '{Title}'"));
        Assert.Equal(_acknowledged.Count, await Platform.Count("meetings", $"SELECT count(*) FROM meetings WHERE place = '{Title}'"));
    }

    // Report, accept, triage at the one, plan and convene at the other, whose agenda moves the issue at the first.
    private async Task Write(Player resident, Player staff, Guid pavilion, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var (key, startsAt) = ($"{Guid.CreateVersion7():n}", Clock.At(Clock.Today.AddDays(20), 19));
            var receipt = await Insist(() => resident.Report(new Tale(Title, "晚上进出看不清台阶。", "safety", Zhangmiao.Building(25)), key));
            await Insist(() => staff.Post($"/api/v1/issues/{receipt.Id}/accept", (object?)null, key + "-accept"));
            await Insist(() => staff.Post($"/api/v1/issues/{receipt.Id}/triage", new { scale = "Major", fastLane = false, reason = "涉及整个网格" }, key + "-triage"));
            await Insist(() => staff.Waits(pavilion, receipt.Id));
            var planned = await Insist(() => staff.Post(
                "/api/v1/meetings", new { bodyId = pavilion, startsAt, place = Title, issueIds = new[] { receipt.Id } }, key + "-plan"));
            await Insist(() => staff.Post($"/api/v1/meetings/{planned.GetProperty("id").GetGuid()}/convene", new { }, key + "-convene"));
            _acknowledged.Add(receipt);
        }
    }

    // As any client should: the same key again until there is an answer.
    private static async Task<T> Insist<T>(Func<Task<T>> act) => (await Until.Some("an answer", async () =>
    {
        try
        {
            return Tuple.Create(await act());
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or TimeoutException || e is PlatformRefusedException refused && (int)refused.Status >= 500)
        {
            return null;
        }
    }, TimeSpan.FromMinutes(3))).Item1;

    private async Task Kill(string name)
    {
        var pid = (await Until.Some($"{name} runs", () => Task.FromResult(Platform.Run.Processes.Single(x => x.Name == name).Pid is { } now ? Tuple.Create(now) : null))).Item1;
        Assert.True(Linux.SignalProcess(pid, Signal.Kill));
        await Until.Holds($"{name} is another process", () => Task.FromResult(Platform.Run.Processes.Single(x => x.Name == name).Pid is { } now && now != pid), TimeSpan.FromMinutes(1));
    }

    private static async Task HappenedOnce(Player staff, Receipt receipt)
    {
        await staff.Reaches(receipt.Id, "InDeliberation");
        Assert.Equal(["Submitted", "Accepted", "Triaged", "OnAgenda"], Each((await staff.Issue(receipt.Id)).GetProperty("history"), "act"));
        string[] expected = ["AgendaPublished", "IssueAccepted", "IssueSubmitted", "IssueTriaged", "MeetingConvened"];
        string[] heard = [];
        try
        {
            await Until.Holds("Insights has heard all", async () =>
                (heard = [.. Each((await staff.Get($"/api/v1/insights/timelines/{receipt.Number}")).GetProperty("entries"), "kind").Order()]).Length >= expected.Length);
        }
        catch (TimeoutException)
        {
            // What is missing is told below.
        }

        Assert.Equal(expected, heard);
    }

    private int RestartsOf(string name) => Platform.Run.Processes.Single(x => x.Name == name).Restarts;

    private static string[] Each(JsonElement list, string name) => [.. list.EnumerateArray().Select(x => x.GetProperty(name).GetString()!)];
}
