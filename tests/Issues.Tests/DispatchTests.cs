using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Domain;
using Platform.Issues.Features;
using Platform.Kernel.Http;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>吹哨报到: the desk calls departments to an issue. A world of its own, since time passes in it.</summary>
public sealed class DispatchTests(IssuesWorld world) : IClassFixture<IssuesWorld>
{
    private const string Secret = "先拍照取证再通知业主";

    // A Monday in a year whose calendar nobody told: weekends alone are off.
    private readonly DateTimeOffset _monday = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Dispatch_GoesItsWay_AndHistoryHasEachStep()
    {
        var (issue, officer, desk) = (await Fresh(() => world.Triaged()), world.Somebody(Role.StreetOfficer), world.Somebody(Role.CommitteeStaff));
        var id = await Dispatched(issue);
        Assert.Equal((DispatchState.Dispatched, Lateness.Running, new DateOnly(2026, 12, 14)), await Stand(issue, id));

        await Is(HttpStatusCode.NoContent, await Do(officer, issue, id, "sign"));
        await Is(HttpStatusCode.NoContent, await Do(officer, issue, id, "handle", new { words = "已拆除，现场恢复", photoIds = new[] { await world.Uploaded(world.As(officer)) } }));
        await Is(HttpStatusCode.NoContent, await Do(desk, issue, id, "send-back", new { reason = "还有一处没有拆" }));
        Assert.Equal((DispatchState.SignedFor, 1), (await Of(issue, id)) is var x ? (x.State, x.SentBack) : default);
        await Is(HttpStatusCode.NoContent, await Do(officer, issue, id, "handle", new { words = "都拆了" }));
        await Is(HttpStatusCode.NoContent, await Do(desk, issue, id, "close", new { words = "看过了" }));

        var after = await Of(issue, id);
        Assert.Equal((DispatchState.Closed, Lateness.OnTime, "都拆了", "看过了", 1), (after.State, after.Lateness, after.Handling, after.EndWords, after.PhotoIds.Count));
        Assert.Equal([IssueAct.Dispatched, IssueAct.DispatchSigned, IssueAct.DispatchHandled, IssueAct.DispatchSentBack, IssueAct.DispatchHandled, IssueAct.DispatchClosed],
            (await Inside(desk, issue)).History.Where(h => h.Act.ToString().StartsWith("Dispatch", StringComparison.Ordinal)).Select(h => h.Act));
        // It moved nothing: the issue waits for its meeting as before.
        Assert.Equal(IssueStatus.Triaged, (await world.Look(issue)).Status);
    }

    [Fact]
    public async Task Returned_ItSaysWhoseItIs_AndTheDepartmentMayBeCalledAgain()
    {
        var (issue, officer) = (await Fresh(() => world.Accepted()), world.Somebody(Role.StreetOfficer));
        var id = await Dispatched(issue);
        await Refused("dispatch.open-already", await Dispatch(world.Somebody(Role.BranchSecretary), issue));
        await Is(HttpStatusCode.NoContent, await Do(officer, issue, id, "return", new { reason = "不在职责范围", whose = "国网宝山供电公司" }));

        var after = await Of(issue, id);
        Assert.Equal((DispatchState.Returned, null, "不在职责范围", "国网宝山供电公司"), (after.State, after.Lateness, after.EndWords, after.Whose));
        var again = await Dispatched(issue);
        await Is(HttpStatusCode.NoContent, await Do(officer, issue, again, "sign"));
        await Is(HttpStatusCode.NoContent, await Do(officer, issue, again, "return", new { reason = "看过了，还是不归我们" }));
    }

    [Fact]
    public async Task MovesThatTheTableLacks_AreRefused()
    {
        var (issue, officer, desk) = (await Fresh(() => world.Accepted()), world.Somebody(Role.StreetOfficer), world.Somebody(Role.CommitteeStaff));
        var id = await Dispatched(issue);
        await Refused("dispatch.cannot-move", await Do(officer, issue, id, "handle", new { words = "没签收就办" }));
        await Refused("dispatch.cannot-move", await Do(desk, issue, id, "close", new { }));
        await Refused("dispatch.cannot-move", await Do(desk, issue, id, "send-back", new { reason = "还没办呢" }));
        await Is(HttpStatusCode.NoContent, await Do(officer, issue, id, "sign"));
        await Refused("dispatch.cannot-move", await Do(officer, issue, id, "sign"));
        await Is(HttpStatusCode.NoContent, await Do(officer, issue, id, "handle", new { words = "办好了" }));
        await Refused("dispatch.cannot-move", await Do(officer, issue, id, "return", new { reason = "办了又想退" }));
        await Is(HttpStatusCode.NoContent, await Do(desk, issue, id, "close", new { }));
        foreach (var (who, act, body) in new (Guid, string, object)[]
                 { (officer, "sign", new { }), (officer, "handle", new { words = "再办" }), (officer, "return", new { reason = "再退" }), (desk, "close", new { }), (desk, "send-back", new { reason = "再办" }) })
            await Refused("dispatch.cannot-move", await Do(who, issue, id, act, body));
        await Refused("dispatch.unknown", await Do(officer, issue, Guid.CreateVersion7(), "sign"));
    }

    [Fact]
    public async Task WhoeverWroteDownThatItIsHandled_CannotCloseIt_NorVerifyTheIssue()
    {
        var both = world.Somebody(Role.StreetOfficer);
        world.Directory.Give(both, Role.CommitteeStaff, world.Neighbourhood, IssuesWorld.NeighbourhoodPath);
        var issue = await Fresh(() => world.Triaged(fastLane: true));
        var id = await Dispatched(issue);
        await Handled(both, issue, id);
        Assert.False((await world.As(both).GetFromJsonAsync<List<ListDispatches.View>>($"{issue.Door}/dispatches", Json))!.Single().MayClose);
        await Refused("dispatch.handler-cannot-close", await Do(both, issue, id, "close", new { }));
        await Is(HttpStatusCode.NoContent, await Do(world.Somebody(Role.BranchSecretary), issue, id, "close", new { }));

        // In the fast lane it stood for an action: it was all there was to do.
        Assert.Equal(IssueStatus.Verifying, (await world.Look(issue)).Status);
        await Refused("issue.handler-cannot-verify", await Send(world.As(both), $"{issue.Door}/verify", new { done = true }));
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{issue.Door}/verify", new { done = true }));
    }

    [Fact]
    public async Task WhileOneIsOpen_TheIssueIsNotCompleted_AndTheLastThatEndsCompletesIt()
    {
        var (issue, resolution) = await Fresh(() => world.InAction(ActionKind.Property));
        var (first, second) = (await Dispatched(issue), await Dispatched(issue, "police"));
        await Is(HttpStatusCode.NoContent, await world.Finish(world.As(world.Somebody(Role.PropertyManager)), issue, resolution.Actions[0].ActionId));
        Assert.Equal(IssueStatus.InAction, (await world.Look(issue)).Status);

        var officer = world.Somebody(Role.StreetOfficer);
        await Handled(officer, issue, first);
        await Is(HttpStatusCode.NoContent, await Do(world.Somebody(Role.CommitteeStaff), issue, first, "close", new { }));
        Assert.Equal(IssueStatus.InAction, (await world.Look(issue)).Status);
        // What comes back undone completes nothing: the desk is to find whose it is.
        await Is(HttpStatusCode.NoContent, await Do(officer, issue, second, "return", new { reason = "不归派出所" }));
        Assert.Equal(IssueStatus.InAction, (await world.Look(issue)).Status);

        var third = await Dispatched(issue, "justice");
        await Handled(officer, issue, third);
        await Is(HttpStatusCode.NoContent, await Do(world.Somebody(Role.CommitteeStaff), issue, third, "close", new { }));
        Assert.Equal(IssueStatus.Verifying, (await world.Look(issue)).Status);
        await world.Says<IssueCompleted>(x => x.SubjectId == issue.Id);
        await Refused("dispatch.not-now", await Dispatch(world.Somebody(Role.CommitteeStaff), issue));
    }

    [Fact]
    public async Task InTheFastLane_ADispatchTakesTheIssueIntoAction_AndSaysSo()
    {
        var issue = await Fresh(() => world.Triaged(fastLane: true));
        await Dispatched(issue);
        Assert.Equal(IssueStatus.InAction, (await world.Look(issue)).Status);
        Assert.Empty((await world.Says<IssueActionsAssigned>(x => x.SubjectId == issue.Id)).Actions);
    }

    [Fact]
    public async Task WhenItsIssueEnds_WhatIsOpenIsRecalled()
    {
        var (issue, other) = (await Fresh(() => world.Accepted()), await world.Accepted());
        var (id, gone) = (await Dispatched(issue), await Dispatched(issue, "police"));
        await Is(HttpStatusCode.NoContent, await Do(world.Somebody(Role.StreetOfficer), issue, gone, "return", new { reason = "不归我们" }));
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{issue.Door}/merge", new { intoId = other.Id }));
        Assert.Equal((DispatchState.Recalled, DispatchState.Returned), ((await Of(issue, id)).State, (await Of(issue, gone)).State));
        await Refused("dispatch.cannot-move", await Do(world.Somebody(Role.StreetOfficer), issue, id, "sign"));
        await Refused("dispatch.not-now", await Dispatch(world.Somebody(Role.CommitteeStaff), issue));
    }

    [Fact]
    public async Task BeforeItIsTakenOn_NothingIsDispatched() =>
        await Refused("dispatch.not-now", await Dispatch(world.Somebody(Role.CommitteeStaff), await Fresh(() => world.Reported())));

    [Theory]
    [InlineData("2026-11-22", false), InlineData("2026-11-23", true), InlineData("2026-12-14", true), InlineData("2026-12-15", false), InlineData("9999-12-31", false), InlineData("0001-01-01", false)]
    public async Task ItsLastDay_IsTheClasss_OrAnEarlierOne(string dueOn, bool taken)
    {
        var issue = await Fresh(() => world.Triaged());
        var answer = await Dispatch(world.Somebody(Role.CommitteeStaff), issue, dueOn: DateOnly.Parse(dueOn, System.Globalization.CultureInfo.InvariantCulture));
        if (taken) await Is(HttpStatusCode.Created, answer);
        else await Refused("dispatch.bad-due", answer);
    }

    [Fact]
    public async Task OnTime_IsHandledByTheEndOfItsLastDay_HoweverLongTheDeskTakes()
    {
        var (officer, due) = (world.Somebody(Role.StreetOfficer), new DateOnly(2026, 11, 24));
        var (issue, other) = (await Fresh(() => world.Triaged()), await world.Triaged());
        var (inTime, late) = (await Dispatched(issue, dueOn: due), await Dispatched(other, dueOn: due));
        world.Clock.Set(new DateTimeOffset(2026, 11, 24, 15, 59, 59, TimeSpan.Zero));
        await Handled(officer, issue, inTime);
        await Is(HttpStatusCode.NoContent, await Do(officer, other, late, "sign"));
        Assert.Equal(Lateness.Running, (await Of(other, late)).Lateness);
        world.Clock.Set(new DateTimeOffset(2026, 11, 24, 16, 0, 0, TimeSpan.Zero));
        Assert.Equal(Lateness.Late, (await Of(other, late)).Lateness);
        await Is(HttpStatusCode.NoContent, await Do(officer, other, late, "handle", new { words = "晚了一步" }));
        await Is(HttpStatusCode.NoContent, await Do(world.Somebody(Role.CommitteeStaff), issue, inTime, "close", new { }));
        Assert.Equal((Lateness.OnTime, Lateness.Late), ((await Of(issue, inTime)).Lateness, (await Of(other, late)).Lateness));
    }

    [Fact]
    public async Task Roles_ActWithinTheirArea_AndEachOnItsOwnSide()
    {
        var issue = await Fresh(() => world.Accepted());
        await Refused("rights.outside-your-area", await Dispatch(world.Somebody(Role.CommitteeStaff, world.Grid2, IssuesWorld.Grid2Path), issue));
        var id = await Dispatched(issue);
        var elsewhere = world.Somebody(Role.StreetOfficer, world.Grid2, IssuesWorld.Grid2Path);
        foreach (var (act, body) in new (string, object)[] { ("sign", new { }), ("handle", new { words = "办好了" }), ("return", new { reason = "不归我们" }) })
        {
            await Refused("rights.outside-your-area", await Do(elsewhere, issue, id, act, body));
            foreach (var role in Enum.GetValues<Role>().Except([Role.StreetOfficer])) await Refused("auth.no-right", await Do(world.Somebody(role), issue, id, act, body));
        }

        foreach (var (act, body) in new (string, object)[] { ("close", new { }), ("send-back", new { reason = "不行" }) })
        {
            await Refused("rights.outside-your-area", await Do(world.Somebody(Role.BranchSecretary, world.Grid2, IssuesWorld.Grid2Path), issue, id, act, body));
            foreach (var role in Enum.GetValues<Role>().Except([Role.CommitteeStaff, Role.BranchSecretary])) await Refused("auth.no-right", await Do(world.Somebody(role), issue, id, act, body));
        }
    }

    [Fact]
    public async Task WhatWaits_IsCountedForThoseWhoMayDoIt()
    {
        var (officer, desk, both) = (world.Somebody(Role.StreetOfficer), world.Somebody(Role.CommitteeStaff), world.Somebody(Role.StreetOfficer));
        world.Directory.Give(both, Role.CommitteeStaff, world.Neighbourhood, IssuesWorld.NeighbourhoodPath);
        async Task<(int, int)> Waits(Guid who) => await world.As(who).GetFromJsonAsync<CountToDo.View>($"{Root}/to-do", Json) is { } x ? (x.DispatchesToSign, x.DispatchesToClose) : default;
        var issue = await Fresh(() => world.Accepted());
        var (officers, desks, boths) = (await Waits(officer), await Waits(desk), await Waits(both));
        var id = await Dispatched(issue);
        Assert.Equal(((officers.Item1 + 1, 0), (0, desks.Item2)), (await Waits(officer), await Waits(desk)));
        await Handled(both, issue, id);
        Assert.Equal((officers, (0, desks.Item2 + 1), boths), (await Waits(officer), await Waits(desk), await Waits(both)));
    }

    [Fact]
    public async Task StaleWrites_AreRefused()
    {
        var issue = await Fresh(() => world.Accepted());
        var id = await Dispatched(issue);
        await Refused("conflict.stale", await Send(world.As(world.Somebody(Role.StreetOfficer)), $"{issue.Door}/dispatches/{id}/sign", new { }, ifMatch: "\"1\""));
        await Refused("conflict.stale", await Send(world.Staff(), $"{issue.Door}/dispatches", new { department = "police", words = "请到场" }, ifMatch: "\"1\""));
    }

    [Fact]
    public async Task WhatIsSaidInside_StaysInside()
    {
        var (issue, officer) = (await Fresh(() => world.Triaged()), world.Somebody(Role.StreetOfficer));
        var id = await Dispatched(issue);
        await Is(HttpStatusCode.NoContent, await Do(officer, issue, id, "sign"));
        await Is(HttpStatusCode.NoContent, await Do(officer, issue, id, "handle", new { words = Secret }));
        await Is(HttpStatusCode.NoContent, await Do(world.Somebody(Role.CommitteeStaff), issue, id, "send-back", new { reason = Secret }));
        await Is(HttpStatusCode.NoContent, await Do(officer, issue, id, "handle", new { words = Secret }));
        await Is(HttpStatusCode.NoContent, await Do(world.Somebody(Role.CommitteeStaff), issue, id, "close", new { words = Secret }));
        var again = await Dispatched(issue, "police");
        await Is(HttpStatusCode.NoContent, await Do(officer, issue, again, "return", new { reason = Secret, whose = Secret }));

        string[] outside = [issue.Door, $"{Root}/public/zhangmiao/issues/{issue.Id}", $"/open311/v2/requests/{issue.Id}.json?jurisdiction_id=zhangmiao&extensions=true"];
        foreach (var door in outside) Assert.DoesNotContain(Secret, System.Text.RegularExpressions.Regex.Unescape(await issue.Author.GetStringAsync(door)), StringComparison.Ordinal);
        var author = (await world.Look(issue)).History.Where(x => x.Act.ToString().StartsWith("Dispatch", StringComparison.Ordinal)).ToList();
        Assert.Equal([IssueAct.Dispatched, IssueAct.DispatchClosed, IssueAct.Dispatched], author.Select(x => x.Act));
        Assert.Equal(["城管中队", "城管中队", "派出所"], author.Select(x => x.About));
        var board = (await world.Anonymous().GetFromJsonAsync<ShowIssue.View>($"{Root}/public/zhangmiao/issues/{issue.Id}", Json))!;
        Assert.All(board.Steps.Where(x => x.Act is IssueAct.Dispatched or IssueAct.DispatchClosed), x => Assert.Null(x.About));
        await Refused("auth.no-right", await issue.Author.GetAsync(new Uri($"{issue.Door}/dispatches", UriKind.Relative)));
        await Refused("rights.outside-your-area", await world.As(world.Somebody(Role.GridOfficer, world.Grid2, IssuesWorld.Grid2Path)).GetAsync(new Uri($"{issue.Door}/dispatches", UriKind.Relative)));
        Assert.DoesNotContain(Secret, System.Text.RegularExpressions.Regex.Unescape(string.Concat(await world.In(world.Ours, db => db.Outbox.Select(x => x.Body).ToListAsync()))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_AreTheLengthsOfTheirLists()
    {
        world.Clock.Set(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        var (issue, officer) = (await world.Triaged(), world.Somebody(Role.StreetOfficer));
        var code = await NewDepartment();
        async Task<Guid> Next() => await Dispatched(issue, code, new DateOnly(2026, 3, 3));
        // Two on time, one of them closed; one late; one returned; one that is overdue now.
        foreach (var close in new[] { true, false, true })
        {
            var id = await Next();
            if (!close) { await Is(HttpStatusCode.NoContent, await Do(officer, issue, id, "return", new { reason = "不归我们" })); continue; }
            await Handled(officer, issue, id);
            await Is(HttpStatusCode.NoContent, await Do(world.Somebody(Role.CommitteeStaff), issue, id, "close", new { }));
        }

        var slow = await Next();
        await Is(HttpStatusCode.NoContent, await Do(officer, issue, slow, "sign"));
        world.Clock.Set(new DateTimeOffset(2026, 3, 4, 1, 0, 0, TimeSpan.Zero));
        await Is(HttpStatusCode.NoContent, await Do(officer, issue, slow, "handle", new { words = "晚了" }));
        await Is(HttpStatusCode.NoContent, await Do(world.Somebody(Role.CommitteeStaff), issue, slow, "close", new { }));
        await Dispatched(issue, code, new DateOnly(2026, 3, 5));

        const string Days = "from=2026-03-01&to=2026-03-31";
        var http = world.As(world.Somebody(Role.StreetOfficer, world.Street, IssuesWorld.StreetPath));
        async Task<int> Listed(string more) => (await http.GetFromJsonAsync<Page<ListDispatches.Row>>($"{Root}/dispatches?{Days}&department={code}{more}&limit=100", Json))!.Items.Count;
        async Task<CountDispatches.Numbers> Counted() => (await http.GetFromJsonAsync<CountDispatches.View>($"{Root}/dispatches/numbers?{Days}", Json))!.Departments.Single(x => x.Department == code).Numbers;
        async Task<CountDispatches.Numbers> Lists() => new(await Listed(""), await Listed("&state=Returned"), await Listed("&lateness=OnTime&lateness=Late"), await Listed("&lateness=OnTime"));

        Assert.Equal(new CountDispatches.Numbers(5, 1, 3, 2), await Counted());
        Assert.Equal(await Lists(), await Counted());
        Assert.Equal((20.0, 66.7), (await Counted()) is var before ? (before.ReturnRate!.Value, before.OnTimeRate!.Value) : default);
        world.Clock.Set(new DateTimeOffset(2026, 3, 9, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal(new CountDispatches.Numbers(5, 1, 4, 2), await Counted());
        Assert.Equal(await Lists(), await Counted());
        Assert.Equal(1, await Listed("&state=Dispatched&state=SignedFor"));
        Assert.Equal(0, await Listed("&lateness=Running"));
        Assert.Equal(5, await Listed($"&areaId={world.Building12}"));
        Assert.Equal(0, await Listed($"&areaId={world.Grid2}"));
        Assert.Empty((await world.As(world.Somebody(Role.GridOfficer, world.Grid2, IssuesWorld.Grid2Path)).GetFromJsonAsync<CountDispatches.View>($"{Root}/dispatches/numbers?{Days}", Json))!.Departments);
        var page = (await http.GetFromJsonAsync<Page<ListDispatches.Row>>($"{Root}/dispatches?{Days}&department={code}&limit=3", Json))!;
        Assert.Equal(2, (await http.GetFromJsonAsync<Page<ListDispatches.Row>>($"{Root}/dispatches?{Days}&department={code}&limit=3&after={page.Next}", Json))!.Items.Count);
    }

    [Theory]
    [InlineData("dispatches/numbers?from=2026-03-02&to=2026-03-01", "dispatch.bad-period"), InlineData("dispatches/numbers?from=0001-01-01", "dispatch.bad-period")]
    [InlineData("dispatches/numbers?to=0001-01-01", "dispatch.bad-period"), InlineData("dispatches/numbers?from=9999-12-31&to=9999-12-31", "dispatch.bad-period")]
    [InlineData("dispatches/numbers?from=2020-01-01&to=2026-03-01", "dispatch.bad-period"), InlineData("dispatches?to=9999-12-31", "dispatch.bad-period")]
    [InlineData("dispatches?after=x", "paging.bad-cursor"), InlineData("dispatches?areaId=0198c0de-0000-7000-8000-000000000000", "area.unknown")]
    [InlineData("dispatches?state=Nonsense", "request.malformed")]
    public async Task SlipsOfTheKeyboard_AreRefused(string door, string code) =>
        await Refused(code, await world.Staff().GetAsync(new Uri($"{Root}/{door}", UriKind.Relative)));

    [Fact]
    public async Task Departments_AreTheStreetsOwn_BegunFromTheTemplate()
    {
        var (admin, code) = (world.As(world.Somebody(Role.TenantAdmin)), await NewDepartment());
        Assert.Equal([], FirstDepartments.All.Select(x => x.Code).Except((await All()).Select(x => x.Code)));
        await Refused("department.code-taken", await Send(admin, $"{Root}/departments", new { code, name = "甲", nameEn = "A" }));
        await Refused("department.bad-code", await Send(admin, $"{Root}/departments", new { code = "Büro", name = "甲", nameEn = "A" }));
        await Is(HttpStatusCode.OK, await Put(admin, code, new { name = "乙", nameEn = "B" }));
        await Refused("conflict.stale", await Put(admin, code, new { name = "丙", nameEn = "C" }, "\"1\""));
        await Is(HttpStatusCode.OK, await Send(admin, $"{Root}/departments/{code}/retire"));
        Assert.True((await All()).Single(x => x.Code == code) is { IsRetired: true, Name: "乙" });

        var issue = await Fresh(() => world.Accepted());
        await Refused("department.retired", await Dispatch(world.Somebody(Role.CommitteeStaff), issue, code));
        await Refused("department.unknown", await Dispatch(world.Somebody(Role.CommitteeStaff), issue, "nowhere"));
        await Is(HttpStatusCode.OK, await Send(admin, $"{Root}/departments/{code}/restore"));
        await Dispatched(issue, code);
        await Refused("auth.no-right", await Send(world.As(world.Somebody(Role.StreetOfficer)), $"{Root}/departments", new { code = "x1", name = "甲", nameEn = "A" }));
    }

    [Fact]
    public async Task AStreetThatIsThere_GetsWhatItNeverHad_Once_AndKeepsItsOwn()
    {
        var tenant = Guid.CreateVersion7();
        await world.Deliver(world.Fact(new TenantConfigured { Code = $"s{tenant:n}"[..20], Name = "新街道", DivisionCode = "310113098", TimeZone = "Asia/Shanghai" }, tenant, tenant: tenant));
        await world.In(tenant, db => db.Departments.Where(x => x.Code != "police").ExecuteDeleteAsync());
        await world.In(tenant, db => db.Departments.ExecuteUpdateAsync(x => x.SetProperty(d => d.Name, "张庙派出所").SetProperty(d => d.IsRetired, true)));

        for (var twice = 0; twice < 2; twice++) await GiveCategories.ToEveryStreet(world.Services, TestContext.Current.CancellationToken);

        var after = await world.In(tenant, db => db.Departments.ToListAsync());
        Assert.Equal(FirstDepartments.All.Select(x => x.Code).Order(), after.Select(x => x.Code).Order());
        Assert.True(after.Single(x => x.Code == "police") is { Name: "张庙派出所", IsRetired: true });
    }

    [Fact]
    public async Task AStreet_HasSoManyDepartmentsAtMost()
    {
        // In the other street, which needs none.
        await world.In(world.Theirs, async db =>
        {
            for (var i = await db.Departments.CountAsync(); i < Department.AtMost; i++) db.Add(new Department($"d-{i}", "部门", "Department"));
            return await db.SaveChangesAsync();
        });
        var admin = Guid.CreateVersion7();
        world.Directory.Give(admin, Role.TenantAdmin, world.TheirStreet, "310113001/");
        await Refused("department.too-many", await Send(world.As(admin, world.Theirs), $"{Root}/departments", new { code = "one-more", name = "甲", nameEn = "A" }));
    }

    private async Task<T> Fresh<T>(Func<Task<T>> made)
    {
        world.Clock.Set(_monday);
        return await made();
    }

    private Task<HttpResponseMessage> Dispatch(Guid who, Case issue, string department = "urban-management", DateOnly? dueOn = null) =>
        Send(world.As(who), $"{issue.Door}/dispatches", new { department, words = Secret, dueOn });

    private async Task<Guid> Dispatched(Case issue, string department = "urban-management", DateOnly? dueOn = null)
    {
        var answer = await Dispatch(world.Somebody(Role.CommitteeStaff), issue, department, dueOn);
        await Is(HttpStatusCode.Created, answer);
        return (await Read<DispatchIssue.Answer>(answer)).Id;
    }

    private Task<HttpResponseMessage> Do(Guid who, Case issue, Guid id, string act, object? body = null) => Send(world.As(who), $"{issue.Door}/dispatches/{id}/{act}", body ?? new { });

    private async Task Handled(Guid officer, Case issue, Guid id)
    {
        await Is(HttpStatusCode.NoContent, await Do(officer, issue, id, "sign"));
        await Is(HttpStatusCode.NoContent, await Do(officer, issue, id, "handle", new { words = "办好了" }));
    }

    private async Task<ListDispatches.View> Of(Case issue, Guid id) =>
        (await world.Staff().GetFromJsonAsync<List<ListDispatches.View>>($"{issue.Door}/dispatches", Json))!.Single(x => x.Id == id);

    private async Task<(DispatchState, Lateness?, DateOnly)> Stand(Case issue, Guid id) => await Of(issue, id) is var x ? (x.State, x.Lateness, x.DueOn) : default;

    private async Task<GetIssue.View> Inside(Guid who, Case issue) => (await world.As(who).GetFromJsonAsync<GetIssue.View>(issue.Door, Json))!;

    private async Task<string> NewDepartment()
    {
        var code = $"d-{$"{Guid.CreateVersion7():n}"[8..]}";
        await Is(HttpStatusCode.Created, await Send(world.As(world.Somebody(Role.TenantAdmin)), $"{Root}/departments", new { code, name = "新部门", nameEn = "New department" }));
        return code;
    }

    private async Task<List<KeepDepartments.View>> All() => (await world.Staff().GetFromJsonAsync<List<KeepDepartments.View>>($"{Root}/departments", Json))!;

    private static async Task<HttpResponseMessage> Put(HttpClient http, string code, object body, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Root}/departments/{code}") { Content = JsonContent.Create(body, options: Json) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await http.SendAsync(request);
    }
}
