using System.Net;
using Npgsql;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Volunteers.V1;
using Platform.Volunteers.Features;
using Xunit;

namespace Platform.Volunteers.Tests;

public sealed class VerifyHoursTests(VolunteersWorld world) : IClassFixture<VolunteersWorld>
{
    [Fact]
    public async Task Verified_EachWhoWasThereIsCredited_AndItIsSaid()
    {
        var people = Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7()).ToArray();
        var id = await world.FinishedActivity(people, TimeSpan.FromMinutes(180));

        await world.Do(world.Staff, $"activities/{id}/verify-hours");

        foreach (var person in people)
        {
            var mine = await world.Get<MyHours.View>(person, "hours/mine");
            Assert.Equal((180, 0, 100, 180), (mine.Minutes, mine.Stars, mine.NextStarAtHours, Assert.Single(mine.Entries).Minutes));
        }

        var finished = await world.Says<ActivityFinished>(x => x.SubjectId == id);
        Assert.Equal((3, 540), (finished.People, finished.Minutes));
        Assert.NotNull(await world.Says<HoursCredited>(x => x.ActivityId == id && x.PersonId == people[2] && x.Minutes == 180));
        Assert.Equal("activity.cannot-move", await VolunteersWorld.Code(await world.Post(world.Staff, $"activities/{id}/verify-hours")));
    }

    [Fact]
    public async Task TwoVerifyAtTheSameMoment_HoursAreCreditedOnce()
    {
        var person = Guid.CreateVersion7();
        var id = await world.FinishedActivity([person], TimeSpan.FromMinutes(60));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.Post(world.Staff, $"activities/{id}/verify-hours")));

        Assert.Single(answers, x => x.StatusCode is HttpStatusCode.NoContent);
        Assert.All(answers, x => Assert.Contains(x.StatusCode, new[] { HttpStatusCode.NoContent, HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed }));
        Assert.Equal(60, (await world.Get<MyHours.View>(person, "hours/mine")).Minutes);
    }

    [Fact]
    public async Task OwnHours_AreVerifiedBySomebodyElse()
    {
        var secretary = world.Somebody(Role.BranchSecretary);
        var id = await world.FinishedActivity([secretary], TimeSpan.FromMinutes(60));

        Assert.Equal("hours.own", await VolunteersWorld.Code(await world.Post(secretary, $"activities/{id}/verify-hours")));
        await world.Do(world.Staff, $"activities/{id}/verify-hours");
    }

    [Fact]
    public async Task StaffOfAnotherGrid_DoNotVerify()
    {
        var id = await world.FinishedActivity([Guid.CreateVersion7()], TimeSpan.FromMinutes(60));
        var elsewhere = world.Somebody(Role.CommitteeStaff, world.Grid2, VolunteersWorld.Grid2Path);

        Assert.Equal("rights.outside-your-area", await VolunteersWorld.Code(await world.Post(elsewhere, $"activities/{id}/verify-hours")));
    }

    [Fact]
    public async Task WhereNobodyCame_ThereIsNothingToVerify_AndCancellingSaysSoToTheResolution()
    {
        var action = Guid.CreateVersion7();
        await world.Deliver(world.Resolution(action));
        var id = (await world.Get<Kernel.Http.Page<ActivityView>>(world.Staff, "activities?status=Draft&fromResolution=true")).Items.Single(x => x.ReceiptNumber is not null).Id;

        await world.Do(world.Staff, $"activities/{id}/cancel", new { reason = "下雨" });

        var declined = await world.Says<ActionDeclined>(x => x.ActionId == action);
        Assert.Equal(("下雨", ActionKind.Volunteers, "310113008-2026-000123"), (declined.Reason, declined.Kind, declined.ReceiptNumber));
    }

    [Fact]
    public async Task ACorrection_IsACounterEntryBySomebodyElse_AndNeverMoreThanWasCredited()
    {
        var person = Guid.CreateVersion7();
        var id = await world.FinishedActivity([person], TimeSpan.FromMinutes(90));
        await world.Do(world.Staff, $"activities/{id}/verify-hours");
        var entry = Assert.Single((await world.Get<MyHours.View>(person, "hours/mine")).Entries).Id;
        var second = world.Somebody(Role.BranchSecretary);

        Assert.Equal("hours.same-person", await VolunteersWorld.Code(await world.Post(world.Staff, $"hours/{entry}/corrections", new { minutes = -30, reason = "早退" })));
        await world.Do(second, $"hours/{entry}/corrections", new { minutes = -30, reason = "早退" });
        Assert.Equal("hours.more-than-credited", await VolunteersWorld.Code(await world.Post(second, $"hours/{entry}/corrections", new { minutes = -61, reason = "早退" })));
        Assert.Equal("request.invalid", await VolunteersWorld.Code(await world.Post(second, $"hours/{entry}/corrections", new { minutes = -1 })));

        var mine = await world.Get<MyHours.View>(person, "hours/mine");
        Assert.Equal(60, mine.Minutes);
        Assert.Equal([-30, 90], [.. mine.Entries.Select(x => x.Minutes)]);
        var counter = mine.Entries.Single(x => x.Minutes < 0).Id;
        Assert.Equal("hours.not-a-credit", await VolunteersWorld.Code(await world.Post(world.Staff, $"hours/{counter}/corrections", new { minutes = 30, reason = "误扣" })));
    }

    [Fact]
    public async Task TheLedger_CannotBeRewritten_NotEvenByTheServicesAccount()
    {
        await using var app = NpgsqlDataSource.Create(world.Database.Connections.App);
        foreach (var sql in new[] { "UPDATE hours_ledger SET minutes = 0", "DELETE FROM hours_ledger", "TRUNCATE hours_ledger" })
        {
            await using var command = app.CreateCommand(sql);
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
        }
    }
}
