using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Volunteers.Domain;
using Platform.Volunteers.Features;
using Xunit;

namespace Platform.Volunteers.Tests;

public sealed class SignUpForActivityTests(VolunteersWorld world) : IClassFixture<VolunteersWorld>
{
    [Fact]
    public async Task SixtyAtOnceForTenPlaces_TenArePlaced_FiftyWaitInTurn()
    {
        var id = await world.OpenedActivity(capacity: 10);
        var people = Enumerable.Range(0, 60).Select(_ => Guid.CreateVersion7()).ToArray();

        var answers = await Task.WhenAll(people.Select(async x => await VolunteersWorld.Read<SignUpForActivity.View>(await world.Post(x, $"activities/{id}/sign-ups"))));

        Assert.Equal(10, answers.Count(x => x.Status is SignUpStatus.Placed));
        Assert.Equal(50, answers.Count(x => x.Status is SignUpStatus.Waiting));
        var activity = await world.Activity(id);
        Assert.Equal((ActivityStatus.Full, 10, 50), (activity.Status, activity.Taken, activity.Waiting));
        Assert.Equal(people.Order(), await world.In(world.Ours, db => db.SignUps.Where(x => x.ActivityId == id).OrderBy(x => x.PersonId).Select(x => x.PersonId).ToArrayAsync()));
    }

    [Fact]
    public async Task OnePersonTenTimesAtOnce_SignsUpOnce()
    {
        var id = await world.OpenedActivity(capacity: 10);
        var person = Guid.CreateVersion7();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => world.Post(person, $"activities/{id}/sign-ups")));

        Assert.Single(answers, x => x.StatusCode is HttpStatusCode.OK);
        Assert.All(answers.Where(x => x.StatusCode is not HttpStatusCode.OK), x => Assert.Equal("sign-up.already", VolunteersWorld.Code(x).GetAwaiter().GetResult()));
        Assert.Equal(1, (await world.Activity(id)).Taken);
    }

    [Fact]
    public async Task APlaceGivenUp_GoesToTheFirstWhoWaits()
    {
        var id = await world.OpenedActivity(capacity: 1);
        var (first, second, third) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var person in new[] { first, second, third }) await world.Do(person, $"activities/{id}/sign-ups");

        await GiveUp(id, first);

        Assert.Equal(MySignUp.Placed, (await world.Activity(id, second)).Mine);
        Assert.Equal(MySignUp.Waiting, (await world.Activity(id, third)).Mine);
        Assert.Equal(MySignUp.None, (await world.Activity(id, first)).Mine);
    }

    [Fact]
    public async Task ManyGiveUpWhileManySignUp_NoPlaceStaysEmptyWhileSomebodyWaits()
    {
        var id = await world.OpenedActivity(capacity: 8);
        var (early, late) = (New(16), New(24));
        await Task.WhenAll(early.Select(x => world.Do(x, $"activities/{id}/sign-ups")));

        // In turns, so that people come while places come free, and the last places come free after everybody came.
        var leaving = early.Select(x => (Func<Task>)(() => GiveUp(id, x)));
        var coming = late.Select(x => (Func<Task>)(() => world.Do(x, $"activities/{id}/sign-ups")));
        await Task.WhenAll(coming.Take(8).Concat(coming.Skip(8).Zip(leaving, (come, leave) => new[] { come, leave }).SelectMany(x => x)).Select(x => x()));

        var (placed, waiting) = await world.In(world.Ours, async db => (
            await db.SignUps.CountAsync(x => x.ActivityId == id && x.Status == SignUpStatus.Placed),
            await db.SignUps.CountAsync(x => x.ActivityId == id && x.Status == SignUpStatus.Waiting)));
        Assert.Equal((8, 16), (placed, waiting));
        Assert.Equal((8, ActivityStatus.Full), ((await world.Activity(id)).Taken, (await world.Activity(id)).Status));
    }

    [Fact]
    public async Task MorePlaces_LetTheWaitingListMoveUp_AndFewerThanTakenAreRefused()
    {
        var id = await world.OpenedActivity(capacity: 1);
        var people = New(3);
        foreach (var person in people) await world.Do(person, $"activities/{id}/sign-ups");

        await world.Arrange(id, capacity: 2);

        Assert.Equal([SignUpStatus.Placed, SignUpStatus.Placed, SignUpStatus.Waiting],
            [.. (await world.Get<ReadRoster.View>(world.Staff, $"activities/{id}/roster")).People.Select(x => x.Status)]);
        using var staff = world.As(world.Staff);
        Assert.Equal("activity.fewer-places-than-taken", await VolunteersWorld.Code(await System.Net.Http.Json.HttpClientJsonExtensions.PutAsJsonAsync(
            staff, $"{VolunteersWorld.Api}/activities/{id}", world.Plan(capacity: 1))));
    }

    [Fact]
    public async Task BeforeItOpens_AndAfterItsStart_NobodySignsUp()
    {
        var draft = await world.DraftedActivity();
        var open = await world.OpenedActivity(capacity: 1);

        Assert.Equal("activity.not-open", await VolunteersWorld.Code(await world.Post(Guid.CreateVersion7(), $"activities/{draft}/sign-ups")));
        world.Clock.Pass(TimeSpan.FromHours(3));
        Assert.Equal("activity.not-open", await VolunteersWorld.Code(await world.Post(Guid.CreateVersion7(), $"activities/{open}/sign-ups")));
    }

    private static Guid[] New(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];

    private async Task GiveUp(Guid id, Guid person)
    {
        using var http = world.As(person);
        (await http.DeleteAsync(new Uri($"{VolunteersWorld.Api}/activities/{id}/sign-ups/me", UriKind.Relative))).EnsureSuccessStatusCode();
    }
}
