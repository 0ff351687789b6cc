using Platform.Contracts.Directory.V1;
using Xunit;
using static Platform.Meetings.Tests.ConvenorVerbs;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

/// <summary>Several at the same time: one decision, one candidacy, no place too many, one certificate.</summary>
[Collection(DaysPass.Name)]
public sealed class ConvenorsAtOnceTests(MeetingsWorld world)
{
    [Fact]
    public async Task Decide_ByTwoSecretariesAtOnce_IsOneDecision()
    {
        var (body, _) = await world.Body();
        var candidate = await world.Vetted(body);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => world.Post($"/candidates/{candidate}/decide", Decision(i % 2 == 0), world.Secretary())));

        Assert.Single(answers, x => x.Status == 204);
        Assert.All(answers.Where(x => x.Status != 204), x => Refused(409, "candidate.cannot-move", x));
    }

    [Fact]
    public async Task Propose_OnePersonManyTimesAtOnce_IsOneCandidacy()
    {
        var (body, _) = await world.Body();
        var person = world.Somebody(Role.Resident);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.Post($"/bodies/{body}/self-nominations", new { name = "王建国", words = "我来" }, person)));

        Assert.Single(answers, x => x.Status == 201);
        Assert.All(answers.Where(x => x.Status != 201), x => Refused(409, "candidate.already-proposed", x));
    }

    [Fact]
    public async Task SignUp_OfTwentyForFivePlaces_TakesFive()
    {
        var workshop = await world.Workshop(capacity: 5);
        var people = Enumerable.Range(0, 20).Select(_ => world.Somebody(Role.Resident)).ToList();

        var answers = await Task.WhenAll(people.Select(x => world.SignUp(workshop, x)));

        Assert.Equal(5, answers.Count(x => x.Status == 204));
        Assert.All(answers.Where(x => x.Status != 204), x => Refused(409, "session.full", x));
        Assert.Equal(5, (int)(await world.Get($"/workshops/{workshop.Id}"))["sessions"]![0]!["taken"]!);
    }

    [Fact]
    public async Task Certificate_GivenByManyAtOnce_IsOne()
    {
        var (workshop, person) = (await world.Workshop(), world.Somebody(Role.Resident));
        await Must(world.SignUp(workshop, person));

        var answers = await world.Later(TimeSpan.FromHours(3), async () =>
        {
            await Must(world.Post($"/workshops/{workshop.Id}/sessions/{workshop.Session}/attendance", new { present = new[] { person } }));
            await Must(world.Post($"/workshops/{workshop.Id}/held"));
            await Must(world.Post($"/workshops/{workshop.Id}/assessments", Assessed(person)));
            return await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.Post($"/workshops/{workshop.Id}/certificates", new { personId = person })));
        });

        Assert.Single(answers, x => x.Status == 201);
        Assert.All(answers.Where(x => x.Status != 201), x => Refused(409, "training.certified", x));
    }
}
