using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Domain;
using Platform.Issues.Features;
using Platform.Kernel.Http;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>Deadlines as they pass. A world of its own, since time passes in it.</summary>
public sealed class KeepClocksTests(IssuesWorld world) : IClassFixture<IssuesWorld>
{
    // Monday, nine o'clock; each test has a month of its own.
    private static DateTimeOffset Morning(int month, int day) => new(2026, month, day, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task AReport_IsToBeAcceptedWithinAWorkingDay_AndSortedWithinThree()
    {
        world.Clock.Set(Morning(11, 23));
        var issue = await world.Reported();
        Assert.Equal((ClockKind.Acceptance, new DateOnly(2026, 11, 24), 1, false, false), Brief(await Deadline(issue)));
        world.Clock.Set(Morning(11, 24).AddHours(8));
        Assert.Equal((ClockKind.Acceptance, new DateOnly(2026, 11, 24), 0, true, false), Brief(await Deadline(issue)));

        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{issue.Door}/accept"));
        Assert.Equal((ClockKind.Triage, new DateOnly(2026, 11, 27), 3, false, false), Brief(await Deadline(issue)));
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{issue.Door}/triage", new { scale = Scale.Small, reason = "一处一户", @class = HandlingClass.Supervised }));
        Assert.Equal((ClockKind.Action, new DateOnly(2026, 11, 27), 3, false, false), Brief(await Deadline(issue)));
        // Decided anew it does not begin again.
        world.Clock.Set(Morning(11, 26));
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{issue.Door}/triage", new { scale = Scale.Hard, reason = "牵涉多" }));
        Assert.Equal((ClockKind.Action, new DateOnly(2026, 12, 15), 13, false, false), Brief(await Deadline(issue)));
    }

    [Fact]
    public async Task AResolution_SetsTheDate_AndTheEndEndsTheClock()
    {
        world.Clock.Set(Morning(11, 23));
        var (issue, resolution) = await world.InAction(Contracts.Actions.V1.ActionKind.Property);
        Assert.Equal((ClockKind.Action, new DateOnly(2026, 12, 10), 13, false, false), Brief(await Deadline(issue)));

        await Is(HttpStatusCode.NoContent, await world.Finish(world.As(world.Somebody(Role.PropertyManager)), issue, resolution.Actions[0].ActionId));
        Assert.True((await Deadline(issue))!.Paused);
        // Not verified: it goes on with as many days as were left.
        world.Clock.Set(Morning(11, 25));
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{issue.Door}/verify", new { done = false, words = "还有一堆" }));
        Assert.Equal((ClockKind.Action, new DateOnly(2026, 12, 14), 13, false, false), Brief(await Deadline(issue)));
    }

    /// <summary>Eight at once, as if in eight replicas: each issue is found by one of them.</summary>
    [Fact]
    public async Task Overdue_IsSaidOnce_HoweverManyLook_AlsoAfterARestart()
    {
        world.Clock.Set(Morning(11, 23));
        var issues = new List<Case>();
        for (var i = 0; i < 60; i++) issues.Add(await world.Reported(title: $"逾期 {i}"));
        world.Clock.Set(Morning(11, 25));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Job().Run(default)));
        await Job().Run(default);

        var ids = issues.Select(x => x.Id).ToHashSet();
        foreach (var id in ids) await world.Says<IssueOverdue>(x => x.SubjectId == id);
        await world.Says<IssueSubmitted>();
        var said = world.Ear.Heard.OfType<IssueOverdue>().Where(x => ids.Contains(x.SubjectId)).ToList();
        Assert.Equal(60, said.Count);
        Assert.All(said, x => Assert.Equal((ClockKind.Acceptance, new DateTimeOffset(2026, 11, 24, 16, 0, 0, TimeSpan.Zero)), (x.Clock, x.DueAt)));
        Assert.Equal(60, await world.In(world.Ours, db => db.History.CountAsync(x => ids.Contains(x.IssueId) && x.Act == IssueAct.Overdue)));

        // By lateness, page by page, each once; and what was overdue stays so when it is accepted late.
        var listed = new List<ListIssues.Row>();
        for (string? after = ""; after is not null;)
        {
            var page = (await world.Staff().GetFromJsonAsync<Page<ListIssues.Row>>($"{Root}?byLateness=true&overdue=true&limit=25{(after is "" ? "" : $"&after={after}")}", Json))!;
            listed.AddRange(page.Items);
            after = page.Next;
        }

        Assert.Equal(60, listed.Count(x => ids.Contains(x.Id)));
        Assert.Equal(listed.OrderBy(x => x.Deadline!.DueAt).ThenBy(x => x.Id).Select(x => x.Id), listed.Select(x => x.Id));
        Assert.All(listed, x => Assert.True(x.Deadline is { Overdue: true, WorkingDaysLeft: < 0 }));
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{issues[0].Door}/accept"));
        var late = await world.Look(issues[0]);
        Assert.True(late is { EverOverdue: true, Deadline: { Overdue: false, Clock: ClockKind.Triage } });
        Assert.True((await ToDo()).Overdue >= 59);
        await Refused("paging.bad-cursor", await world.Staff().GetAsync(new Uri($"{Root}?byLateness=true&after=x", UriKind.Relative)));
    }

    [Fact]
    public async Task AnActThatComesLate_SaysSoItself()
    {
        world.Clock.Set(Morning(11, 23));
        var issue = await world.Reported();
        // Set at a stroke: the job may or may not come first, and it is said once all the same.
        world.Clock.Set(Morning(11, 28));
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{issue.Door}/accept"));

        Assert.Equal(ClockKind.Acceptance, (await world.Says<IssueOverdue>(x => x.SubjectId == issue.Id)).Clock);
        Assert.Single((await world.Look(issue)).History, x => x.Act is IssueAct.Overdue);
    }

    [Fact]
    public async Task ATermIntoAYearThatNobodyKnows_IsProvisional_AndCountedAnewWhenItComes()
    {
        await world.Deliver(Year(2026, [], []));
        world.Clock.Set(Morning(12, 30));
        var issue = await world.Accepted();
        Assert.True((await Deadline(issue)) is { DueOn: { Year: 2027, Month: 1, Day: 4 }, Provisional: true });

        var year = Year(2027, [new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 4)], [new DateOnly(2027, 1, 2)], version: 2);
        await world.Deliver(year);
        Assert.True((await Deadline(issue)) is { DueOn: { Year: 2027, Month: 1, Day: 5 }, Provisional: false });
        // An older one that comes later changes nothing.
        await world.Deliver(Year(2027, [], [], version: 1));
        Assert.Equal(new DateOnly(2027, 1, 5), (await Deadline(issue))!.DueOn);
    }

    [Fact]
    public async Task TheListByLateness_ComesFromItsIndex()
    {
        await world.Reported();
        var plan = await world.In(world.Ours, async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlRawAsync("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off");
            var query = db.Issues.Where(x => x.DueAt != null).OrderBy(x => x.DueAt).ThenBy(x => x.Id).Select(x => x.Id).Take(21);
            await using var command = query.CreateDbCommand();
            command.CommandText = "EXPLAIN " + command.CommandText;
            command.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(transaction);
            await using var reader = await command.ExecuteReaderAsync();
            var lines = new List<string>();
            while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
            return string.Join('\n', lines);
        });
        Assert.Contains("ix_issues_tenant_id_due_at_id", plan, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
    }

    private KeepClocks Job() => ActivatorUtilities.CreateInstance<KeepClocks>(world.Services);

    private async Task<DeadlineView?> Deadline(Case issue) => (await world.Look(issue)).Deadline;

    private async Task<CountToDo.View> ToDo() => (await world.Staff().GetFromJsonAsync<CountToDo.View>($"{Root}/to-do", Json))!;

    private CalendarYearSet Year(int year, DateOnly[] off, DateOnly[] work, int version = 1) =>
        world.Fact(new CalendarYearSet { Year = year, Source = "试行", DaysOff = off, MakeUpDays = work }, version: version);

    private static (ClockKind, DateOnly, int, bool, bool) Brief(DeadlineView? x) => (x!.Clock, x.DueOn, x.WorkingDaysLeft, x.Amber, x.Overdue);
}
