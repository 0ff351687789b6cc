using CsCheck;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Domain;
using Platform.Kernel.Refusals;
using Platform.Kernel.Time;
using Xunit;
using static Platform.Issues.Domain.IssueStatus;

namespace Platform.Issues.Tests;

/// <summary>No sequence of commands and facts leads where the specification has no way.</summary>
public sealed class MovesTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);
    private static readonly Actor Ada = new(Guid.CreateVersion7(), Role.CommitteeStaff), Bai = new(Guid.CreateVersion7(), Role.CommitteeStaff);
    private static readonly Place Building = new(Guid.CreateVersion7(), "1/2/3/4/", AreaLevel.Building), Grid = new(Guid.CreateVersion7(), "1/2/3/", AreaLevel.Grid);
    private static readonly Guid[] Meetings = [Guid.CreateVersion7(), Guid.CreateVersion7()];

    private static readonly TriageProposal Proposed = TriageRuleSet.Template(Start).Propose(new TriageFacts { Category = "other", SubmittedAt = Start });

    // domain.md, section 2, retyped: "Submitted>Accepted" and so on.
    private const string Written = """
        Submitted>Accepted Submitted>Declined Declined>Submitted Accepted>Triaged Triaged>InDeliberation Triaged>InAction
        InDeliberation>InAction InDeliberation>Triaged InDeliberation>Closed InAction>Triaged InAction>Verifying Verifying>AwaitingRating Verifying>InAction
        AwaitingRating>Closed AwaitingRating>InAction AwaitingRating>Triaged
        Submitted>Withdrawn Accepted>Withdrawn Triaged>Withdrawn Submitted>Merged Accepted>Merged Triaged>Merged Merged>Submitted Merged>Accepted Merged>Triaged
        Triaged>Suspended InDeliberation>Suspended InAction>Suspended Suspended>Triaged Suspended>InDeliberation Suspended>InAction
        Submitted>Voided Accepted>Voided Triaged>Voided InDeliberation>Voided InAction>Voided Verifying>Voided AwaitingRating>Voided Suspended>Voided
        """;

    private static readonly HashSet<string> Allowed = [.. Written.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    [Fact]
    public void TheTable_IsTheSpecifications() =>
        Assert.Equal(Allowed.Order(), IssueMoves.Table.SelectMany(x => x.Value.Select(to => $"{x.Key}>{to}")).Order());

    [Fact]
    public void AnySequence_StaysInTheTable_AndEveryEndIsAnEnd() =>
        Gen.Select(Gen.Int[0, Acts.Length - 1], Gen.Int[0, 7]).Array[0, 60].Sample(steps =>
        {
            var (issue, other) = (New(), New());
            other.Accept(Ada, Start);
            other.Triage(Ada, Scale.Hard, Grid, fastLane: false, "w", Proposed, Start);
            var ended = (IssueStatus?)null;
            foreach (var (act, choice) in steps)
            {
                try { Acts[act](issue, other, choice); }
                catch (RefusedException) { /* A "no" is an answer. */ }
                Assert.True(ended is null || issue.Status == ended, $"{ended} was not an end");
                if (issue.Status is Closed or Withdrawn or Voided) ended = issue.Status;
                Assert.InRange(issue.Reopened, 0, Issue.ReopenedAtMost);
                Assert.Equal("1-2026-000001", issue.ReceiptNumber);
                ClocksHold(issue);
                DispatchesHold(issue);
            }

            var at = Submitted;
            foreach (var line in issue.History)
            {
                Assert.Equal(at, line.From);
                Assert.True(line.From == line.To || Allowed.Contains($"{line.From}>{line.To}"), $"{line.From}>{line.To}");
                at = line.To;
            }

            Assert.Equal(issue.Status, at);
            Assert.Equal(issue.Lines, issue.History.Count);
        }, iter: 6_000);

    [Fact]
    public void EveryStateThatHasDoors_IsReached() =>
        Assert.Equal([Submitted, Accepted, Declined, Triaged, InDeliberation, InAction, Verifying, AwaitingRating, Closed, Withdrawn, Merged, Suspended, Voided], Reached().Order());

    private static readonly WorkingCalendar Calendar = new(TimeZoneInfo.Utc, []);

    private static readonly Action<Issue, Issue, int>[] Acts =
    [
        (x, _, c) => x.Accept(Ada, Start), (x, _, c) => x.Decline(Ada, "r", Start), (x, _, c) => x.Appeal(Author(x), "w", Start),
        (x, _, c) => x.DecideAppeal(c % 2 == 0 ? Ada : Bai, c < 4, "w", Start), (x, _, c) => x.Withdraw(Author(x), null, Start),
        (x, _, c) => x.Triage(Ada, Scale.Small, Building, c % 2 == 0, "w", Proposed, Start),
        (x, o, c) => x.MergeInto(o, Ada, null, Start), (x, o, c) => x.UnmergeFrom(o, Ada, null, Start), (x, o, c) => o.MergeInto(x, Ada, null, Start),
        (x, _, c) => x.PutOnAgenda(Meetings[c % 2], Guid.Empty, Start, Start), (x, _, c) => x.Defer(Meetings[c % 2], Guid.Empty, Start),
        (x, _, c) => Run(x.Escalate(Meetings[c % 2], Guid.Empty, Grid, Start)),
        (x, _, c) => Run(x.Resolve(Meetings[c % 2], Meetings[c % 2], Guid.Empty, c > 2 ? [Given(c)] : [], Start)),
        (x, _, c) => x.GiveActions([Given(0)], Ada, Start),
        (x, _, c) => Run(x.FinishAction(Some(x, c), Ada, "n", 1, Start)), (x, _, c) => Run(x.DeclineAction(Some(x, c), Ada, "r", Start)),
        (x, _, c) => x.ReassignAction(Some(x, c), ActionKind.Committee, null, default, Ada, "w", Start),
        (x, _, c) => Run(x.HearDone(Some(x, c), null, Start)), (x, _, c) => x.HearDeclined(Some(x, c), ActionKind.Volunteers, null, "r", Start),
        (x, _, c) => x.Verify(c % 2 == 0 ? Ada : Bai, c > 3, "w", Start), (x, _, c) => Run(x.Rate(Author(x), 1 + c % 5, "w", Grid, Start)),
        (x, _, c) => Run(x.CloseUnanswered(Start.AddDays(c))), (x, _, c) => x.AssignTo(Bai.Id!.Value, Ada, Start),
        (x, _, c) => x.Ask(Asked((RequestKind)(c % 5))), (x, _, c) => Run(x.Decide(c % 3 == 0 ? Ada : Bai, c < 6, "w", Start)),
        (x, _, c) => Run(x.Decide(Bai, true, null, Start)), (x, _, c) => x.EndSuspension(Start.AddDays(c)),
        (x, _, c) => x.StrikeClock(Start.AddDays(30 * c)),
        (x, _, c) => Run(x.Dispatch(new GivenDispatch($"d{c % 3}", "d", "w", DateOnly.FromDateTime(Start.UtcDateTime)), Calendar, Ada, Start)),
        (x, _, c) => x.SignDispatch(Whistle(x, c), Bai, Start), (x, _, c) => x.HandleDispatch(Whistle(x, c), c % 2 == 0 ? Ada : Bai, "w", Start),
        (x, _, c) => x.ReturnDispatch(Whistle(x, c), Bai, "r", null, Start), (x, _, c) => x.SendDispatchBack(Whistle(x, c), Ada, "r", Start),
        (x, _, c) => Run(x.CloseDispatch(Whistle(x, c), Ada, null, Start)),
    ];

    // A clock runs where, and only where, somebody of the street is to do something; it is paused where domain.md lets it, and over elsewhere.
    private static void ClocksHold(Issue issue)
    {
        var before = issue.Clock;
        var late = issue.Reckon(Calendar);
        Assert.InRange(late.OfType<IssueOverdue>().Count(), 0, 1);
        Assert.Equal(issue.Status is Submitted or Accepted or Triaged or InDeliberation or InAction, issue.Clock is { Runs: true });
        Assert.Equal(issue.Status is Suspended or Merged or Verifying, issue.Clock is { EndedAt: null, IsPaused: true });
        Assert.Equal(issue.DueAt is not null, issue.Clock is { Runs: true });
        Assert.Equal(issue.Status is Suspended, issue.SuspendedUntil is not null);
        Assert.Equal(issue.History.Any(x => x.Act is IssueAct.Overdue), issue.EverOverdue);
        Assert.True(before?.OverdueAt is null || issue.Clock!.OverdueAt == before.OverdueAt, "what was overdue did not stay so");
        Assert.Equal(issue.IsAsked, issue.Asking is not null);
        Assert.True(issue.Asking is null || IssueRequest.Possible[issue.Asking.Kind].Contains(issue.Status), "a request outlived its state");
    }

    // Nobody works for what is over, or is said to be done; whoever has done it does not say that it is.
    private static void DispatchesHold(Issue issue)
    {
        Assert.True(DispatchMoves.Possible.Contains(issue.Status) || issue.Dispatches.All(x => !x.IsOpen), $"a dispatch is open of what is {issue.Status}");
        Assert.All(issue.Dispatches.GroupBy(x => x.Department), x => Assert.InRange(x.Count(d => d.IsOpen), 0, 1));
        Assert.All(issue.Dispatches, x => Assert.Equal(x.EndedAt is null, x.IsOpen));
        Assert.All(issue.Dispatches.Where(x => x.State is DispatchState.Closed), x => Assert.True(x.HandledById is { } by && by != Ada.Id));
        if (issue.Status is Verifying) Assert.True(issue.Actions.Any(x => x.State is ActionState.Done) || issue.Dispatches.Any(x => x.State is DispatchState.Closed), "nothing was done");
    }

    private static IssueRequest Asked(RequestKind kind) =>
        new() { Kind = kind, AskedById = Ada.Id!.Value, AskedAt = Start, Words = "w", Days = 3, Until = Start.AddDays(5), Whose = "物业" };

    /// <summary>Left alone, whatever state it is in: what waits for somebody is overdue once, what is suspended goes on, what is to be rated is closed.</summary>
    [Fact]
    public void EveryClockEnds() =>
        Gen.Select(Gen.Int[0, Acts.Length - 1], Gen.Int[0, 7]).Array[0, 60].Sample(steps =>
        {
            var (issue, other) = (New(), New());
            other.Accept(Ada, Start);
            foreach (var (act, choice) in steps)
            {
                try { Acts[act](issue, other, choice); }
                catch (RefusedException) { /* A "no" is an answer. */ }
                issue.Reckon(Calendar);
            }

            var waits = issue.Status is Suspended or AwaitingRating || issue.Clock is { Runs: true, OverdueAt: null };
            for (var day = 1; day <= 400; day++)
            {
                issue.EndSuspension(Start.AddDays(day));
                Run(issue.CloseUnanswered(Start.AddDays(day)));
                issue.StrikeClock(Start.AddDays(day));
                issue.Reckon(Calendar);
            }

            Assert.False(issue.Status is Suspended or AwaitingRating);
            Assert.False(issue.Clock is { Runs: true, OverdueAt: null });
            Assert.True(!waits || issue.EverOverdue || issue.Status is Closed or Verifying);
        }, iter: 3_000);

    // Walks by chance, and on until each state was met: the rarest is missed by a thousand walks now and then, by a hundred thousand only where no way leads there.
    private static HashSet<IssueStatus> Reached()
    {
        var reached = new HashSet<IssueStatus>();
        for (var round = 0; round < 100 && reached.Count < Enum.GetValues<IssueStatus>().Length; round++) Walk(reached);
        return reached;
    }

    private static void Walk(HashSet<IssueStatus> reached) =>
        Gen.Select(Gen.Int[0, Acts.Length - 1], Gen.Int[0, 7]).Array[40].Sample(steps =>
        {
            var (issue, other) = (New(), New());
            other.Accept(Ada, Start);
            foreach (var (act, choice) in steps)
            {
                try { Acts[act](issue, other, choice); }
                catch (RefusedException) { /* A "no" is an answer. */ }
                reached.Add(issue.Status);
            }
        }, iter: 1_000, threads: 1);

    private static Issue New() => Issue.Report(
        new Report("t", "t", "other", Building, Channel.Web, null, Guid.CreateVersion7(), false), "1-2026-000001", Start).Item1;

    private static Actor Author(Issue issue) => new(issue.AuthorId, null);

    private static Guid Some(Issue issue, int choice) => issue.Actions.Count == 0 ? Guid.Empty : issue.Actions[choice % issue.Actions.Count].Id;

    private static Guid Whistle(Issue issue, int choice) => issue.Dispatches.Count == 0 ? Guid.Empty : issue.Dispatches[choice % issue.Dispatches.Count].Id;

    private static GivenAction Given(int choice) =>
        new(Guid.CreateVersion7(), choice % 2 == 0 ? ActionKind.Property : ActionKind.Volunteers, "w", Building.Id, Building.Path, default, null);

    private static void Run<T>(IEnumerable<T> facts) => _ = facts.Count();
}
