using System.Net;
using Npgsql;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Features;
using Platform.Kernel.Http;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>Finding issues by words, and the filters of the desk.</summary>
public sealed class SearchTests(IssuesWorld world)
{
    [Theory]
    [InlineData("灯")]
    [InlineData("路灯")]
    [InlineData("路灯坏了")]
    [InlineData("坏了 路灯")]
    [InlineData("lamp")]
    [InlineData("LED灯")]
    [InlineData("LED lAMP")]
    [InlineData("100%")]
    [InlineData("a_b")]
    [InlineData("c\\d")]
    [InlineData("“三楼”")]
    [InlineData("it's")]
    [InlineData("!&|(:*)")]
    [InlineData("𠮷野")]
    [InlineData("0%")]
    public async Task Words_OfOneTwoAndMoreCharacters_AreFound_AsTheyStand(string words)
    {
        var there = await world.Reported(title: "北门路灯坏了，LED lamp", text: "“三楼” it's 100% a_b c\\d !&|(:*) 𠮷野家门口，换LED灯");

        Assert.Contains(there.Id, await All($"q={Uri.EscapeDataString(words)}"));
    }

    [Theory]
    [InlineData("灯路")]
    [InlineData("坏灯")]
    [InlineData("路灯 南门")]
    [InlineData("10%0")]
    [InlineData("a%b")]
    [InlineData("axb")]
    [InlineData("了北")]
    public async Task Words_ThatDoNotStandThere_AreNotFound(string words)
    {
        var there = await world.Reported(title: "北门路灯坏了", text: "已经 100% 没人管 a_b");

        Assert.DoesNotContain(there.Id, await All($"q={Uri.EscapeDataString(words)}"));
    }

    [Fact]
    public async Task Words_ThatAreNearlyEverywhere_ComePageByPage_EachOnce()
    {
        List<Guid> told = [];
        foreach (var number in Enumerable.Range(1, 5)) told.Add((await world.Reported(title: number == 3 ? "别的事" : $"处处皆有{number}")).Id);
        List<Guid> found = [];
        string? next = "";
        do
        {
            var page = (await world.Staff().GetFromJsonAsync<Page<ListIssues.Row>>($"{Root}/?limit=1&q=处处皆有&status=Submitted{next}", Json))!;
            found.AddRange(page.Items.Select(x => x.Id));
            next = page.Next is { } cursor ? $"&after={cursor}" : null;
        }
        while (next is not null && found.Count < 10);

        Assert.Equal([told[4], told[3], told[1], told[0]], found);
        Assert.Empty(await All("q=处处皆有&status=Accepted"));
    }

    [Fact]
    public async Task Words_ThatNobodyWouldType_BreakNothing()
    {
        foreach (var words in new[] { "\0", "'", "\\", "' & '", "%", "_", ":*", "\t\u0001 ", new string('长', 2_000), string.Join(' ', Enumerable.Range(0, 200)), "\u200b" })
        {
            var answer = await world.Staff().GetAsync($"{Root}/?q={Uri.EscapeDataString(words[..Math.Min(words.Length, 700)])}");
            await Is(HttpStatusCode.OK, answer);
        }
    }

    [Fact]
    public async Task Number_IsFound_WholeAndInPart()
    {
        var issue = await world.Reported();

        Assert.Equal([issue.Id], await All($"q={issue.Receipt}"));
        Assert.Contains(issue.Id, await All($"q={issue.Receipt[^6..]}"));
    }

    [Fact]
    public async Task Filters_HoldTogether()
    {
        var (here, there) = (await world.Reported(title: "筛选甲"), await world.Accepted(world.Building21));
        var handler = world.Somebody(Role.CommitteeStaff, world.Building21, Worlds.PlacesWorld<Program, Data.IssuesDb>.NeighbourhoodPath);
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{there.Door}/handler", new { personId = handler }));
        var today = $"{world.Clock.GetUtcNow().AddHours(8):yyyy-MM-dd}";
        var yesterday = $"{world.Clock.GetUtcNow().AddHours(8 - 24):yyyy-MM-dd}";

        Assert.Equal([there.Id], await All($"handlerId={handler}"));
        Assert.DoesNotContain(there.Id, await All("unassigned=true"));
        Assert.Contains(here.Id, await All($"unassigned=true&status=Submitted&channel=Web&from={today}&to={today}&areaId={world.Grid1}&category=environment"));
        Assert.DoesNotContain(here.Id, await All("channel=Hotline&channel=Visit"));
        Assert.DoesNotContain(here.Id, await All($"to={yesterday}"));
        Assert.DoesNotContain(here.Id, await All($"dueBy={yesterday}"));
        Assert.Contains(here.Id, await All("dueBy=2027-12-31&byLateness=true&q=筛选甲"));
        Assert.NotEmpty(await All("from=0001-01-01&to=9999-12-31&dueBy=9999-12-31"));
        Assert.Contains((await world.Staff().GetFromJsonAsync<List<ListHandlers.View>>($"{Root}/people", Json))!, x => x.Role == Role.CommitteeStaff);
    }

    /// <summary>The one way past the policy names the tenant itself: by the setting that the policy reads, and no other.</summary>
    [Fact]
    public async Task Seeking_AsTheServicesAccount_FindsItsTenantsIdsOnly()
    {
        var issue = await world.Reported(title: "寻找之锁");
        await using var app = NpgsqlDataSource.Create(world.Database.Connections.App);

        Assert.Contains(issue.Id, await Seek(app, $"{world.Ours}"));
        Assert.Empty(await Seek(app, $"{world.Theirs}"));
        Assert.Empty(await Seek(app, ""));
    }

    private static async Task<List<Guid>> Seek(NpgsqlDataSource app, string tenant)
    {
        await using var connection = await app.OpenConnectionAsync();
        await using (var enter = new NpgsqlCommand($"SET app.tenant = '{tenant}'", connection)) await enter.ExecuteNonQueryAsync();
        await using var seek = new NpgsqlCommand("SELECT seek.issues('''寻找'' & ''之锁''')", connection);
        await using var reader = await seek.ExecuteReaderAsync();
        var found = new List<Guid>();
        while (await reader.ReadAsync()) found.Add(reader.GetGuid(0));
        return found;
    }

    private async Task<List<Guid>> All(string query) =>
        [.. (await world.Staff().GetFromJsonAsync<Page<ListIssues.Row>>($"{Root}/?limit=100&{query}", Json))!.Items.Select(x => x.Id)];
}
