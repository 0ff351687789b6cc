using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Meetings.Domain;
using Xunit;
using static Platform.Meetings.Tests.ConvenorVerbs;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

[Collection(DaysPass.Name)]
public sealed class WorkshopTests(MeetingsWorld world)
{
    private readonly Guid _person = world.Somebody(Role.Resident);

    [Fact]
    public async Task Plan_IsForThoseWhoOfferIt_UntilItIsOpen()
    {
        Refused(400, "workshop.nothing-taught", await world.Post("/workshops", new { areaId = world.Neighbourhood, title = "空", competencies = Array.Empty<string>() }));
        var bare = Id(await Must(world.Post("/workshops", new { areaId = world.Neighbourhood, title = "还没排", competencies = Cooperation })));
        Refused(409, "workshop.no-session", await world.Post($"/workshops/{bare}/offer"));
        var (planned, session) = await world.Workshop(open: false);

        Assert.Equal(404, (await world.Send(HttpMethod.Get, $"/workshops/{planned}", by: _person)).Status);
        Assert.DoesNotContain((await world.Get("/workshops?limit=100", _person))["items"]!.AsArray(), x => (string)x!["id"]! == $"{planned}");
        Refused(409, "workshop.not-open", await world.SignUp((planned, session), _person));
        await Must(world.Send(HttpMethod.Put, $"/workshops/{planned}", new { title = "新名字", competencies = Cooperation }));
        await Must(world.Post($"/workshops/{planned}/offer"));

        var seen = await world.Get($"/workshops/{planned}", _person);
        Assert.Equal(("新名字", "Open"), ((string)seen["title"]!, (string)seen["state"]!));
        Assert.Null(seen["trainees"]);
        Assert.Contains((await world.Get($"/workshops?state=Open&area={world.Neighbourhood}&limit=100", _person))["items"]!.AsArray(), x => (string)x!["id"]! == $"{planned}");
    }

    [Fact]
    public async Task SignUp_GiveUp_AndAgain_IsOnePlace()
    {
        var workshop = await world.Workshop(capacity: 2);
        await Must(world.SignUp(workshop, _person));
        await Must(world.SignUp(workshop, _person));
        await Must(world.Post($"/workshops/{workshop.Id}/sessions/{workshop.Session}/places/give-up", new { }, _person));
        Refused(409, "session.not-signed-up", await world.Post($"/workshops/{workshop.Id}/sessions/{workshop.Session}/places/give-up", new { }, _person));
        await Must(world.SignUp(workshop, _person));
        await Must(world.Post($"/workshops/{workshop.Id}/sessions/{workshop.Session}/places", new { name = "李四", personId = Guid.CreateVersion7() }));

        Refused(403, "rights.outside-your-area", await world.Post($"/workshops/{workshop.Id}/sessions/{workshop.Session}/places", new { name = "李四", personId = Guid.CreateVersion7() }, _person));
        Refused(409, "session.full", await world.SignUp(workshop, world.Somebody(Role.Resident)));
        Refused(409, "session.too-few-places", await world.Send(HttpMethod.Put, $"/workshops/{workshop.Id}/sessions/{workshop.Session}",
            new { startsAt = world.Clock.GetUtcNow().AddHours(1), place = "小房间", minutes = 60, capacity = 1 }));
        Refused(409, "session.has-begun", await world.Later(TimeSpan.FromHours(2), () => world.SignUp(workshop, world.Somebody(Role.Resident))));
        Assert.Single((await world.Get("/training/mine", _person))["items"]!.AsArray(), x => (string)x!["workshopId"]! == $"{workshop.Id}");
    }

    [Fact]
    public async Task CheckIn_WithTheRoomsCode_OnItsDay_OfThoseWhoSignedUp()
    {
        var workshop = await world.Workshop();
        await Must(world.SignUp(workshop, _person));
        var path = $"/workshops/{workshop.Id}/sessions/{workshop.Session}/check-in";
        var code = (string)(await world.Get($"/workshops/{workshop.Id}"))["sessions"]![0]!["checkInCode"]!;

        Refused(409, "meeting.wrong-code", await world.Post(path, new { code = code == "000000" ? "000001" : "000000" }, _person));
        Refused(409, "session.not-signed-up", await world.Post(path, new { code }, world.Somebody(Role.Resident)));
        await Must(world.Post(path, new { code }, _person));

        Assert.True((bool)(await world.Get($"/workshops/{workshop.Id}", _person))["sessions"]![0]!["came"]!);
        Assert.Null((string?)(await world.Get($"/workshops/{workshop.Id}", _person))["sessions"]![0]!["checkInCode"]);
        var tomorrow = Id(await Must(world.Post($"/workshops/{workshop.Id}/sessions", new { startsAt = world.Clock.GetUtcNow().AddDays(1), place = "同上", minutes = 60, capacity = 9 })));
        Refused(409, "workshop.not-yet", await world.Post($"/workshops/{workshop.Id}/sessions/{tomorrow}/attendance", new { present = Array.Empty<Guid>() }));
        Refused(409, "workshop.not-yet", await world.Post($"/workshops/{workshop.Id}/held"));
    }

    [Fact]
    public async Task Assess_WhoeverCame_OnWhatWasTaught_BeforeItIsFinished()
    {
        var (workshop, absent) = (await world.Workshop(), world.Somebody(Role.Resident));
        foreach (var one in new[] { _person, absent }) await Must(world.SignUp(workshop, one));
        await world.Later(TimeSpan.FromHours(3), async () =>
        {
            await Must(world.Post($"/workshops/{workshop.Id}/sessions/{workshop.Session}/attendance", new { present = new[] { _person } }));
            Refused(409, "workshop.cannot-move", await world.Post($"/workshops/{workshop.Id}/assessments", Assessed(_person)));
            await Must(world.Post($"/workshops/{workshop.Id}/held"));
            Refused(409, "workshop.unassessed", await world.Post($"/workshops/{workshop.Id}/finish"));
            Refused(409, "training.not-attended", await world.Post($"/workshops/{workshop.Id}/assessments", Assessed(absent)));
            Refused(400, "training.wrong-scores", await world.Post($"/workshops/{workshop.Id}/assessments",
                new { personId = _person, passed = true, scores = new[] { new { competency = "Communication", before = 1, after = 2 } } }));
            await Must(world.Post($"/workshops/{workshop.Id}/assessments", Assessed(_person, passed: false, after: 3)));
            Refused(409, "training.not-passed", await world.Post($"/workshops/{workshop.Id}/certificates", new { personId = _person }));
            await Must(world.Post($"/workshops/{workshop.Id}/assessments", Assessed(_person, after: 5)));
            await Must(world.Post($"/workshops/{workshop.Id}/certificates", new { personId = _person }));
            Refused(409, "training.certified", await world.Post($"/workshops/{workshop.Id}/assessments", Assessed(_person, passed: false)));
            return await Must(world.Post($"/workshops/{workshop.Id}/finish"));
        });

        var trainee = Assert.Single((await world.Get($"/workshops/{workshop.Id}"))["trainees"]!.AsArray())!;
        Assert.Equal((150, 5), ((int)trainee["minutes"]!, (int)trainee["scores"]![0]!["after"]!));
        Refused(409, "workshop.fixed", await world.Send(HttpMethod.Put, $"/workshops/{workshop.Id}", new { title = "晚了", competencies = Cooperation }));
        Refused(409, "workshop.cannot-move", await world.Post($"/workshops/{workshop.Id}/call-off", new { reason = "晚了" }));
    }

    [Fact]
    public async Task Certificate_IsTheHoldersToRead_AndWorthNothingOnceRevoked()
    {
        var (workshop, certificate, number) = await world.Certified(_person);
        Assert.Equal(number, (string)(await world.Get($"/certificates/{certificate}", _person))["number"]!);
        Refused(403, "rights.outside-your-area", await world.Send(HttpMethod.Get, $"/certificates/{certificate}", by: world.Somebody(Role.Resident)));
        Assert.Single((await world.Get($"/certificates?workshop={workshop}&person={_person}"))["items"]!.AsArray());

        await Must(world.Post($"/certificates/{certificate}/revoke", new { reason = "签到作假" }));
        Refused(409, "certificate.revoked-already", await world.Post($"/certificates/{certificate}/revoke", new { reason = "签到作假" }));

        using var anybody = world.Anonymous();
        var said = await anybody.GetStringAsync($"/api/v1/meetings/public/zhangmiao/certificates/{number.ToLowerInvariant()}");
        Assert.Contains("\"valid\":false", said, StringComparison.Ordinal);
        Assert.DoesNotContain("王建国", said, StringComparison.Ordinal);
        Assert.DoesNotContain(_person.ToString(), said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Convenor_WithoutTraining_IsFlaggedOnAHardMatter_AndNotOnAFreeOne()
    {
        var (body, _) = await world.Body();
        var convenor = world.Somebody(Role.Convenor);
        var (hard, free) = (await world.Planned(body, await world.Triaged()), await world.Planned(body));

        // Who is about to convene is told before.
        Assert.Equal("NeverTrained", (string)(await world.Get($"/{hard}", convenor))["convenorUntrained"]!["because"]!);
        foreach (var meeting in new[] { hard, free }) await Must(world.Post($"/{meeting}/convene", new { }, convenor));

        Assert.Equal(convenor.ToString(), (string)(await world.Get($"/{hard}"))["convenorUntrained"]!["personId"]!);
        Assert.Null((await world.Get($"/{free}"))["convenorUntrained"]);
        Assert.Null((await world.Get($"/{hard}", world.Somebody(Role.Resident)))["convenorUntrained"]);
        var (_, certificate, _) = await world.Certified(convenor);
        Assert.Null((await world.Get($"/{hard}"))["convenorUntrained"]);
        await Must(world.Post($"/certificates/{certificate}/revoke", new { reason = "签到作假" }));
        Assert.Equal("Revoked", (string)(await world.Get($"/{hard}"))["convenorUntrained"]!["because"]!);

        // Whoever chairs leads, whoever gave notice.
        await Must(world.Send(HttpMethod.Put, $"/{hard}/officers", new { chair = new { personId = _person, name = "王建国" } }));
        Assert.Equal(_person.ToString(), (string)(await world.Get($"/{hard}"))["convenorUntrained"]!["personId"]!);
    }

    [Fact]
    public async Task Convenor_WithoutTraining_WhoBeginsAHardMatter_IsABreach_AndTrainedOrOnAFreeOneIsNone()
    {
        var (body, _) = await world.Body();
        var (trained, untrained) = (world.Somebody(Role.Convenor), world.Somebody(Role.Convenor));
        await world.Certified(trained);
        var breaches = new List<int>();
        foreach (var (by, hard) in new[] { (untrained, true), (trained, true), (untrained, false) })
        {
            var meeting = hard ? await world.Planned(body, await world.Triaged()) : await world.Planned(body);
            await Must(world.Post($"/{meeting}/convene", new { }, by));
            await Must(world.Post($"/{meeting}/open", by: by));
            breaches.Add((await world.Get($"/breaches?meeting={meeting}&rule=ConvenorTraining"))["items"]!.AsArray().Count);
        }

        Assert.Equal([1, 0, 0], breaches);
    }

    [Theory]
    [InlineData(Scale.Small, false)]
    [InlineData(Scale.Major, true)]
    [InlineData(Scale.Hard, true)]
    public void Training_IsAskedFor_OnMajorAndHardMatters(Scale scale, bool asked) =>
        Assert.Equal(asked ? UntrainedBecause.NeverTrained : null, Training.Untrained(Guid.CreateVersion7(), [null, scale], [], new DateOnly(2026, 11, 23)));
}
