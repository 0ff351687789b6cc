using Npgsql;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Partners.V1;
using Platform.Partners.Domain;
using Platform.Partners.Features;
using Xunit;

namespace Platform.Partners.Tests;

public sealed class ConfirmServiceTests(PartnersWorld world) : IClassFixture<PartnersWorld>
{
    [Fact]
    public async Task AnActionOfPartners_BecomesANeed_WhoseConfirmedServiceCompletesIt()
    {
        var action = Guid.CreateVersion7();
        var resolution = world.Resolution(action);
        await world.Deliver(resolution);
        var need = (await world.Get<Kernel.Http.Page<NeedView>>(world.Staff, "needs?fromResolution=true&status=Open")).Items[0].Id;
        Assert.Equal((need, Categories.Other), ((await world.Says<NeedPublished>(x => x.ActionId == action)).SubjectId, (await world.Need(need)).Category));
        var contact = world.Somebody(Role.PartnerContact);
        var resource = await world.OfferedResource(await world.JoinedUnit(contact), by: contact);

        using (var staff = world.As(world.Staff))
            (await System.Net.Http.Json.HttpClientJsonExtensions.PutAsJsonAsync(staff, $"{PartnersWorld.Api}/needs/{need}", new { category = "building-works", count = 1, dueOn = "2026-12-31" }))
                .EnsureSuccessStatusCode();
        await world.Do(world.Staff, $"needs/{need}/match", new { resourceId = resource });
        Assert.Equal("service.not-yet-held", await PartnersWorld.Code(await world.Post(contact, $"needs/{need}/services", new { heldOn = "2026-11-24", peopleServed = 40, what = "营造" })));
        await world.Do(contact, $"needs/{need}/services", new { heldOn = "2026-11-23", peopleServed = 40, what = "营造" });
        await world.Do(world.Staff, $"needs/{need}/send-back", new { reason = "还差围栏" });
        await world.Do(contact, $"needs/{need}/services", new { heldOn = "2026-11-23", peopleServed = 42, what = "围栏" });
        await world.Do(world.Staff, $"needs/{need}/confirm");

        var completed = await world.Says<ActionCompleted>(x => x.ActionId == action);
        Assert.Equal((resolution.SubjectId, resolution.IssueId, ActionKind.ThirdParty, need, "310113008-2026-000123"),
            (completed.ResolutionId, completed.IssueId, completed.Kind, completed.SubjectId, completed.ReceiptNumber));
        Assert.NotNull(await world.Says<ServiceDelivered>(x => x.SubjectId == need && x.PeopleServed == 42));
        var read = await world.Get<ReadNeed.View>(contact, $"needs/{need}");
        Assert.Equal((NeedStatus.Confirmed, 2, false), (read.Need.Status, read.Services.Count, read.MayDecide));
        Assert.True((await world.Get<ReadNeed.View>(world.Staff, $"needs/{need}")).MayDecide);
        Assert.Equal("need.cannot-move", await PartnersWorld.Code(await world.Post(world.Staff, $"needs/{need}/confirm")));
    }

    [Fact]
    public async Task ANeedThatEndsUndone_TellsTheResolutionWhy_AndFreesItsResource()
    {
        var action = Guid.CreateVersion7();
        await world.Deliver(world.Resolution(action, ActionKind.Partner));
        var need = (await world.Says<NeedPublished>(x => x.ActionId == action)).SubjectId;
        var resource = await world.OfferedResource(await world.JoinedUnit());
        await world.Do(world.Staff, $"needs/{need}/match", new { resourceId = resource });

        await world.Do(world.Staff, $"needs/{need}/decline", new { reason = "场地不再可用" });

        var declined = await world.Says<ActionDeclined>(x => x.ActionId == action);
        Assert.Equal(("场地不再可用", ActionKind.Partner), (declined.Reason, declined.Kind));
        Assert.Equal(0, (await world.Get<Kernel.Http.Page<ListResources.View>>(world.Staff, "resources")).Items.Single(x => x.Id == resource).Promised);
    }

    [Fact]
    public async Task AContactOfAnotherUnit_MayNeitherRecordNorReleaseNorOffer()
    {
        var (contact, other) = (world.Somebody(Role.PartnerContact), world.Somebody(Role.PartnerContact));
        var unit = await world.JoinedUnit(contact);
        var resource = await world.OfferedResource(unit, by: contact);
        var need = await world.PublishedNeed();
        await world.Do(world.Staff, $"needs/{need}/match", new { resourceId = resource });

        foreach (var (path, body) in new (string, object)[]
        {
            ($"needs/{need}/services", new { heldOn = "2026-11-23", peopleServed = 1, what = "x" }), ($"needs/{need}/release", new { reason = "x" }),
            ($"resources/{resource}/withdraw", new { }),
            ("resources", new { unitId = unit, what = "x", category = "legal", capacity = 1, from = "2026-11-23", areaId = world.Grid1 }),
        })
            Assert.Equal("unit.not-yours", await PartnersWorld.Code(await world.Post(other, path, body)));
    }

    [Fact]
    public async Task StaffOfAnotherGrid_NeitherSeeNorTouchTheNeed()
    {
        var need = await world.PublishedNeed();
        var elsewhere = world.Somebody(Role.CommitteeStaff, world.Grid2, PartnersWorld.Grid2Path);

        Assert.DoesNotContain((await world.Get<Kernel.Http.Page<NeedView>>(elsewhere, "needs?limit=100")).Items, x => x.Id == need);
        Assert.Equal("rights.outside-your-area", await PartnersWorld.Code(await world.Post(elsewhere, $"needs/{need}/decline", new { reason = "x" })));
    }

    [Fact]
    public async Task AServiceRecord_CannotBeRewritten_NotEvenByTheServicesAccount()
    {
        await using var app = NpgsqlDataSource.Create(world.Database.Connections.App);
        foreach (var sql in new[] { "UPDATE service_records SET people_served = 0", "DELETE FROM service_records" })
        {
            await using var command = app.CreateCommand(sql);
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
        }
    }
}
