using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Features;
using Platform.Kernel.Http;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>The inbox and the to-do list.</summary>
public sealed class ListTests(IssuesWorld world)
{
    [Fact]
    public async Task Inbox_ShowsOnesOwnAreas_Filtered_PageByPage()
    {
        var (here, there) = (await world.Reported(title: "十二号楼_路灯"), await world.Reported(world.Building21, title: "廿一号楼路灯"));
        var officer = world.As(world.Somebody(Role.GridOfficer, world.Grid1, Worlds.PlacesWorld<Program, Data.IssuesDb>.Grid1Path));

        Assert.Contains(await All(officer, ""), x => x == here.Id);
        Assert.DoesNotContain(await All(officer, ""), x => x == there.Id);
        Assert.Equal([there.Id, here.Id], (await All(world.Staff(), "q=号楼&status=Submitted")).Intersect([here.Id, there.Id]));
        Assert.Equal([here.Id], await All(world.Staff(), "q=号楼_路"));
        Assert.Equal([here.Id], await All(world.Staff(), $"q={here.Receipt}"));
        Assert.DoesNotContain(here.Id, await All(world.Staff(), $"areaId={world.Grid2}"));
        Assert.DoesNotContain(here.Id, await All(world.Staff(), "status=Accepted&status=Triaged"));
        await Refused("paging.bad-cursor", await world.Staff().GetAsync($"{Root}/?after=%25"));

        var paged = new List<Guid>();
        for (string? next = ""; next is not null;)
        {
            var page = (await world.Staff().GetFromJsonAsync<Page<ListIssues.Row>>($"{Root}/?limit=2{(next.Length > 0 ? $"&after={next}" : "")}", Json))!;
            paged.AddRange(page.Items.Select(x => x.Id));
            next = page.Next;
        }

        Assert.Equal(paged.Distinct().Count(), paged.Count);
        Assert.Equal(await world.In(world.Ours, db => db.Issues.CountAsync()), paged.Count);
    }

    [Fact]
    public async Task ByArea_CountsWhatTheListHolds_EachAreaForItself()
    {
        var staff = world.Staff();
        (var before, var open) = (await Counted(staff, ""), await Counted(staff, "open=true"));
        await world.Reported();
        var ended = await world.Reported();
        await Is(System.Net.HttpStatusCode.NoContent, await Send(ended.Author, $"{ended.Door}/withdraw", new { }));
        await world.Reported(world.Building21);

        var officer = world.As(world.Somebody(Role.GridOfficer, world.Grid1, Worlds.PlacesWorld<Program, Data.IssuesDb>.Grid1Path));

        Assert.Equal(before.GetValueOrDefault(world.Building12) + 2, (await Counted(staff, ""))[world.Building12]);
        Assert.Equal(open.GetValueOrDefault(world.Building12) + 1, (await Counted(staff, "open=true"))[world.Building12]);
        Assert.Equal([world.Building12], (await Counted(staff, $"areaId={world.Building12}")).Keys);
        Assert.DoesNotContain(world.Building21, await Counted(officer, ""));
        Assert.Equal((await All(staff, $"areaId={world.Building21}&open=true")).Count, (await Counted(staff, "open=true"))[world.Building21]);
    }

    [Fact]
    public async Task ToDo_CountsWhatWaits_InOnesAreas()
    {
        var before = await ToDo(world.Staff());
        await world.Reported();
        await world.Accepted();
        await world.Triaged(Contracts.Issues.V1.Scale.Small, fastLane: true);
        await world.Verifying();

        var after = await ToDo(world.Staff());

        Assert.Equal((1, 1, 1, 1), (after.ToAccept - before.ToAccept, after.ToTriage - before.ToTriage, after.ToGiveActions - before.ToGiveActions, after.ToVerify - before.ToVerify));
        Assert.Equal(new CountToDo.View(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) { DispatchesToSign = 0, DispatchesToClose = 0 }, await ToDo(world.As(world.Somebody(Role.CommitteeStaff, world.Street, "elsewhere/"))));
    }

    private static async Task<CountToDo.View> ToDo(HttpClient http) => (await http.GetFromJsonAsync<CountToDo.View>($"{Root}/to-do", Json))!;

    private static async Task<Dictionary<Guid, int>> Counted(HttpClient http, string query) =>
        (await http.GetFromJsonAsync<List<CountByArea.Row>>($"{Root}/by-area?{query}", Json))!.ToDictionary(x => x.AreaId, x => x.Count);

    private static async Task<List<Guid>> All(HttpClient http, string query) =>
        [.. (await http.GetFromJsonAsync<Page<ListIssues.Row>>($"{Root}/?limit=100&{query}", Json))!.Items.Select(x => x.Id)];
}
