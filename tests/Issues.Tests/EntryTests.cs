using System.Net;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Domain;
using Platform.Issues.Features;
using Platform.Kernel.Http;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>What staff enter for a resident, and who says afterwards that it stands.</summary>
public sealed class EntryTests(IssuesWorld world)
{
    private static readonly DateOnly TalkDay = new(2026, 11, 7);

    [Fact]
    public async Task Entry_ForAPhone_IsTheResidents_WhoConfirmsIt()
    {
        var resident = Guid.CreateVersion7();
        world.Directory.HasPhone(resident, "+8613800138111");
        var clerk = world.Somebody(Role.CommitteeStaff);

        var entered = await Entered(world.As(clerk), "138 0013 8111", "TalkDay", TalkDay);

        var said = await world.Says<IssueSubmitted>(x => x.SubjectId == entered.Id);
        Assert.Equal((true, resident, clerk, Channel.TalkDay, TalkDay), (said.Proxy, said.AuthorId, said.ActorId, said.Channel, said.RaisedOn));
        var his = world.As(resident);
        var seen = await Seen(his, entered);
        Assert.Equal((EntryState.Unconfirmed, true, null, TalkDay), (seen.Entry, seen.IsMine, seen.EnteredById, seen.RaisedOn));
        Assert.Equal((IssueAct.Entered, Role.CommitteeStaff, false), (seen.History[0].Act, seen.History[0].ByRole, seen.History[0].ByAuthor));
        Assert.True((await his.GetFromJsonAsync<Page<ListMyIssues.Row>>($"{Root}/mine", Json))!.Items.Single().ToConfirm);

        await Refused("issue.not-yours", await Send(world.As(Guid.CreateVersion7()), $"{Root}/{entered.Id}/confirm"));
        await Refused("issue.not-yours", await Send(world.As(clerk), $"{Root}/{entered.Id}/confirm"));
        await Is(HttpStatusCode.NoContent, await Send(his, $"{Root}/{entered.Id}/confirm"));
        Assert.False((await world.Says<IssueConfirmed>(x => x.SubjectId == entered.Id)).Countersigned);
        Assert.Equal(EntryState.Confirmed, (await Seen(his, entered)).Entry);
        await Refused("issue.nothing-to-confirm", await Send(his, $"{Root}/{entered.Id}/confirm"));
        await Refused("issue.nothing-to-confirm", await Send(his, $"{Root}/{entered.Id}/disown", new { }));
        await Refused("issue.nothing-to-confirm", await Send(world.Staff(), $"{Root}/{entered.Id}/countersign", new { }));
    }

    [Fact]
    public async Task Entry_ThatIsNotHis_GoesOnWithoutHim_AndMayBeCountersigned()
    {
        var resident = Guid.CreateVersion7();
        world.Directory.HasPhone(resident, "+8613800138222");
        var entered = await Entered(world.Staff(), "13800138222", "Phone");
        var his = world.As(resident);

        await Is(HttpStatusCode.NoContent, await Send(his, $"{Root}/{entered.Id}/disown", new { words = "我没有说过" }));

        await world.Says<IssueDisowned>(x => x.SubjectId == entered.Id);
        await Refused("rights.outside-your-area", await his.GetAsync($"{Root}/{entered.Id}"));
        Assert.Empty((await his.GetFromJsonAsync<Page<ListMyIssues.Row>>($"{Root}/mine", Json))!.Items);
        var seen = await Seen(world.Staff(), entered);
        Assert.Equal((EntryState.Disowned, null), (seen.Entry, seen.AuthorId));
        Assert.Equal("我没有说过", seen.History[^1].Words);
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{Root}/{entered.Id}/countersign", new { words = "到现场看过，属实" }));
        Assert.True((await world.Says<IssueConfirmed>(x => x.SubjectId == entered.Id)).Countersigned);
    }

    [Fact]
    public async Task Entry_WithoutAPhone_HasNoAuthor_IsListed_AndCountersignedByAnother()
    {
        var clerk = world.As(world.Somebody(Role.BuildingLead));
        var other = world.Somebody(Role.CommitteeStaff);
        var before = await ToCountersign(world.As(other));

        var entered = await Entered(clerk, null, "Visit");

        var seen = await Seen(clerk, entered);
        Assert.Equal((null, true, Channel.Visit), (seen.AuthorId, seen.HideName, seen.Channel));
        Assert.Contains(entered.Id, await Listed("unconfirmed=true"));
        Assert.Equal(before + 1, await ToCountersign(world.As(other)));
        await Is(HttpStatusCode.Forbidden, await Send(clerk, $"{Root}/{entered.Id}/countersign", new { }));
        await Is(HttpStatusCode.NoContent, await Send(world.As(other), $"{Root}/{entered.Id}/countersign", new { }));
        Assert.DoesNotContain(entered.Id, await Listed("unconfirmed=true"));

        var own = await Entered(world.As(other), null, "Paper");
        await Refused("issue.enterer-cannot-countersign", await Send(world.As(other), $"{Root}/{own.Id}/countersign", new { }));
        // Nobody is its author: not whoever has no phone on record, nor the platform.
        await Refused("receipt.unknown", await Send(world.Anonymous(), $"{Root}/public/zhangmiao/receipts/{own.ReceiptNumber}", new { phone = "13800138000" }));
    }

    [Fact]
    public async Task TalkDay_EachThingSaid_IsAnIssue_ListedUnderItsDay()
    {
        var day = new DateOnly(2026, 10, 7);
        ReportIssue.Answer[] two = [await Entered(world.Staff(), null, "TalkDay", day), await Entered(world.Staff(), null, "TalkDay", day)];

        Assert.Equal(two.Select(x => x.Id).Order(), (await Listed("channel=TalkDay&raisedOn=2026-10-07")).Order());
        Assert.Equal(2, two.Select(x => x.ReceiptNumber).Distinct().Count());
    }

    [Fact]
    public async Task Entry_WithWhatCannotBe_IsRefused()
    {
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().AddHours(8).DateTime);
        await Refused("issue.not-that-day", await Enter(world.Staff(), null, "Visit", today.AddDays(1)));
        await Refused("issue.not-that-day", await Enter(world.Staff(), null, "Visit", today.AddDays(-400)));
        await Refused("phone.invalid", await Enter(world.Staff(), "12", "Visit"));
        await Refused("request.malformed", await Enter(world.Staff(), null, "Hotline"));
        await Refused("rights.outside-your-area", await Enter(world.As(world.Somebody(Role.GridOfficer, world.Grid2, IssuesWorld.Grid2Path)), null, "Visit"));
        await Is(HttpStatusCode.Forbidden, await Enter(world.As(Guid.CreateVersion7()), null, "Visit"));
    }

    private async Task<HttpResponseMessage> Enter(HttpClient http, string? phone, string way, DateOnly? raisedOn = null) => await Send(http, $"{Root}/entries",
        new { title = "楼道灯坏了", text = "三楼的灯一直不亮。", category = "facilities", areaId = world.Building12, way, raisedOn, phone, name = "王阿姨" });

    private async Task<ReportIssue.Answer> Entered(HttpClient http, string? phone, string way, DateOnly? raisedOn = null)
    {
        var answer = await Enter(http, phone, way, raisedOn);
        await Is(HttpStatusCode.Created, answer);
        return await Read<ReportIssue.Answer>(answer);
    }

    private static async Task<GetIssue.View> Seen(HttpClient http, ReportIssue.Answer issue) => (await http.GetFromJsonAsync<GetIssue.View>($"{Root}/{issue.Id}", Json))!;

    private async Task<List<Guid>> Listed(string query) =>
        [.. (await world.Staff().GetFromJsonAsync<Page<ListIssues.Row>>($"{Root}/?limit=100&{query}", Json))!.Items.Select(x => x.Id)];

    private static async Task<int> ToCountersign(HttpClient http) => (await http.GetFromJsonAsync<CountToDo.View>($"{Root}/to-do", Json))!.ToCountersign;
}
