using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;

namespace Platform.Journeys;

/// <content>From the resolution on: three actions in three services, and back.</content>
public sealed partial class RestJourney
{
    private async Task Partners_Build()
    {
        var unit = await _staff.JoinUnit($"花园营造社（{_receipt.Number[^6..]}）", "SocialOrganisation");
        var garden = await _staff.Offer(unit, "社区花园设计与营造", "greening", 1, Clock.Today);
        var need = (await _staff.NeedFor(_receipt.Id)).GetProperty("id").GetGuid();
        await _staff.Specify(need, "greening", 1, Clock.Today.AddDays(60));
        Assert.Contains(await _staff.Suggestions(need), x => x.GetProperty("resourceId").GetGuid() == garden && x.GetProperty("sameCategory").GetBoolean());
        await _staff.Match(need, garden);

        // Nothing is promised twice: the one garden is gone.
        var rival = await _staff.Need("另一处花园营造", "greening", 1, Clock.Today.AddDays(60));
        await Refused("resource.not-enough-left", () => _staff.Match(rival, garden));

        await _staff.RecordService(need, Clock.Today, 120, "花园营造完成：小径、雨水花园、昆虫旅馆");
        await _staff.Confirm(need);
        await DoneAt("Partner");
    }

    private async Task Volunteers_Keep()
    {
        var team = await _staff.FoundTeam($"花园养护队（{_receipt.Number[^6..]}）", "GardenLovers", Zhangmiao.Neighbourhood, _gardener.Id);
        var activity = (await _staff.DraftFor(_receipt.Id)).GetProperty("id").GetGuid();
        var day = Clock.Today.AddDays(2);
        await _staff.Arrange(activity, "花园首次集体养护", "浇水、除草、堆肥", "高压线下生境花园", Clock.At(day, 9), Clock.At(day, 12), capacity: 3, team);
        await _gardener.OpenActivity(activity);

        var people = new[] { _author, _neighbour, _other, _owners };
        var answers = await Task.WhenAll(people.Select(x => x.SignUp(activity)));
        Assert.Equal(["Placed", "Placed", "Placed", "Waiting"], answers.Order());
        Assert.Equal("Full", (await _staff.Activity(activity)).GetProperty("status").GetString());

        var coming = people.Zip(answers).Where(x => x.Second == "Placed").Select(x => x.First).ToArray();
        await Refused("activity.too-early", () => _gardener.Post($"/api/v1/volunteers/activities/{activity}/roster/{coming[0].Id}/check-in"));
        await Clock.PassTo(Clock.At(day, 9));
        foreach (var person in coming) await _gardener.ArriveAt(activity, person.Id);
        await Refused("sign-up.still-waiting", () => _gardener.ArriveAt(activity, people.Except(coming).Single().Id));

        await Clock.PassTo(Clock.At(day, 12));
        var minutes = Clock.Now;
        await Until.Holds("the clock is heard", async () =>
            (await _staff.Get("/api/v1/volunteers/activities/upcoming")).GetRawText().Contains(activity.ToString(), StringComparison.Ordinal) is false && Clock.Now > minutes.AddSeconds(1));
        foreach (var person in coming[..2]) await _gardener.LeaveFrom(activity, person.Id);
        await _gardener.Finish(activity); // The third forgot to check out.
        await _staff.VerifyHours(activity);
        foreach (var person in coming)
            Assert.InRange((await person.Get("/api/v1/volunteers/hours/mine")).GetProperty("minutes").GetInt32(), 175, 185);
        Assert.Equal(0, (await people.Except(coming).Single().Get($"/api/v1/volunteers/activities/{activity}")).GetProperty("myMinutes").GetInt32());
        await DoneAt("Volunteers");
    }

    private async Task Property_Clears()
    {
        Assert.Equal("InAction", await _staff.StatusOf(_receipt.Id));
        var action = Each((await _staff.Issue(_receipt.Id)).GetProperty("actions"), x => x).Single(x => x.GetProperty("kind").GetString() == "Property").GetProperty("id").GetGuid();
        await Refused("issue.needs-evidence", () => _property.Post($"/api/v1/issues/{_receipt.Id}/actions/{action}/done", new { note = "清运完了", photoIds = Array.Empty<Guid>() }));
        await _property.DoActions(_receipt.Id, "Property", "垃圾已清运，场地已平整");
        await _staff.Reaches(_receipt.Id, "Verifying");
    }

    private async Task AnotherVerifies_AuthorIsSatisfied()
    {
        await Refused("issue.handler-cannot-verify", () => _staff.Verify(_receipt.Id, true, "自己看过"));
        await _verifier.Verify(_receipt.Id, true, "现场核查，三项行动均已完成");
        Assert.Equal("AwaitingRating", (await Gateway.LookUp(_receipt.Number, _author.Phone)).GetProperty("status").GetString());
        await Refused("issue.not-yours", () => _gardener.Rate(_receipt.Id, 1, "不是我报的"));
        Assert.Equal("Closed", await _author.Rate(_receipt.Id, 5, "死角成了花园，谢谢大家！"));

        var followUps = await _staff.List("/api/v1/meetings/follow-ups?state=Done");
        Assert.Equal(3, followUps.Count(x => x.GetProperty("receiptNumber").GetString() == _receipt.Number));
        await Refused("receipt.unknown", () => Gateway.LookUp(_receipt.Number, _neighbour.Phone));
    }

    private async Task Timeline_ShowsEveryStep()
    {
        (string Service, string Kind, int Times)[] steps =
        [
            ("issues", "IssueSubmitted", 3), ("issues", "IssueAccepted", 1), ("issues", "IssueMerged", 2), ("issues", "IssueTriaged", 1),
            ("meetings", "AgendaPublished", 1), ("meetings", "MeetingConvened", 1), ("meetings", "ResolutionAdopted", 1), ("meetings", "MeetingConcluded", 1),
            ("meetings", "MinutesPublished", 1), ("issues", "IssueActionsAssigned", 1), ("partners", "NeedPublished", 1), ("partners", "NeedMatched", 1),
            ("partners", "ServiceDelivered", 1), ("volunteers", "ActivityOpened", 1), ("volunteers", "HoursCredited", 3), ("volunteers", "ActivityFinished", 1),
            ("issues", "IssueCompleted", 1), ("issues", "IssueVerified", 1), ("issues", "IssueRated", 1), ("issues", "IssueClosed", 1),
        ];
        var entries = Array.Empty<(string Service, string Kind, DateTimeOffset At)>();
        await Until.Holds("the whole timeline", async () =>
        {
            entries = Each((await _author.Get($"/api/v1/insights/timelines/{_receipt.Number}")).GetProperty("entries"),
                x => (x.GetProperty("service").GetString()!.ToLowerInvariant(), x.GetProperty("kind").GetString()!, x.GetProperty("at").GetDateTimeOffset()));
            return entries.Any(x => x.Kind == "IssueClosed") && steps.All(s => entries.Count(x => x.Service == s.Service && x.Kind == s.Kind) >= s.Times);
        });
        Assert.All(steps, s => Assert.Equal((s.Kind, s.Times), (s.Kind, entries.Count(x => x.Service == s.Service && x.Kind == s.Kind))));
        Assert.Equal(3, entries.Count(x => x.Kind == "ActionCompleted"));
        Assert.Equal(entries.OrderBy(x => x.At), entries);
        Tell(string.Join(Environment.NewLine, entries.Select(x => $"{x.At:yyyy-MM-dd HH:mm:ss} {x.Service} {x.Kind}")));

        var history = Each((await Gateway.LookUp(_receipt.Number, _author.Phone)).GetProperty("history"), x => x.GetProperty("act").GetString()!);
        Assert.Contains("Closed", history);
    }

    private Task DoneAt(string kind) => Until.Holds($"the {kind} action is done", async () =>
        Each((await _staff.Issue(_receipt.Id)).GetProperty("actions"), x => (Kind: x.GetProperty("kind").GetString(), State: x.GetProperty("state").GetString()))
            .Single(x => x.Kind == kind).State == "Done");
}
