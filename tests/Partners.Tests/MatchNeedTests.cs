using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Partners.V1;
using Platform.Partners.Domain;
using Platform.Partners.Features;
using Xunit;

namespace Platform.Partners.Tests;

public sealed class MatchNeedTests(PartnersWorld world) : IClassFixture<PartnersWorld>
{
    [Fact]
    public async Task TwentyNeedsAtOnceForAResourceOfThree_ThreeGetIt()
    {
        var resource = await world.OfferedResource(await world.JoinedUnit(), capacity: 3);
        var needs = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => world.PublishedNeed()));

        var answers = await Task.WhenAll(needs.Select(x => world.Post(world.Staff, $"needs/{x}/match", new { resourceId = resource })));

        Assert.Equal(3, answers.Count(x => x.StatusCode is HttpStatusCode.NoContent));
        foreach (var refused in answers.Where(x => x.StatusCode is not HttpStatusCode.NoContent)) Assert.Equal("resource.not-enough-left", await PartnersWorld.Code(refused));
        Assert.Equal((3, 3), await world.In(world.Ours, async db => (
            await db.Resources.Where(x => x.Id == resource).Select(x => x.Promised).SingleAsync(),
            await db.Needs.CountAsync(x => x.ResourceId == resource && x.Status == NeedStatus.Matched))));
    }

    [Fact]
    public async Task OneNeedMatchedBySixAtOnce_IsMatchedOnce_AndTheOthersPromiseNothing()
    {
        var unit = await world.JoinedUnit();
        var resources = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.OfferedResource(unit)));
        var need = await world.PublishedNeed();

        var answers = await Task.WhenAll(resources.Select(x => world.Post(world.Staff, $"needs/{need}/match", new { resourceId = x })));

        Assert.Single(answers, x => x.StatusCode is HttpStatusCode.NoContent);
        Assert.All(answers, x => Assert.Contains(x.StatusCode, new[] { HttpStatusCode.NoContent, HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed }));
        Assert.Equal(1, await world.In(world.Ours, db => db.Resources.Where(x => resources.Contains(x.Id)).SumAsync(x => x.Promised)));
        Assert.NotNull(await world.Says<NeedMatched>(x => x.SubjectId == need && x.UnitId == unit));
    }

    [Fact]
    public async Task AUnitThatCannotAfterAll_LeavesTheNeedOpen_AndTheResourceFree()
    {
        var contact = world.Somebody(Contracts.Directory.V1.Role.PartnerContact);
        var resource = await world.OfferedResource(await world.JoinedUnit(contact), by: contact);
        var need = await world.PublishedNeed();
        await world.Do(world.Staff, $"needs/{need}/match", new { resourceId = resource });

        await world.Do(contact, $"needs/{need}/release", new { reason = "人手不足" });

        Assert.Equal((NeedStatus.Open, "人手不足"), ((await world.Need(need)).Status, (await world.Need(need)).Remark));
        await world.Do(world.Staff, $"needs/{need}/match", new { resourceId = resource });
        Assert.Equal(NeedStatus.Matched, (await world.Need(need)).Status);
    }

    [Fact]
    public async Task WhatIsWithdrawn_TooSmall_OrNotThereThen_IsNotMatched()
    {
        var unit = await world.JoinedUnit();
        var (withdrawn, small, later) = (await world.OfferedResource(unit), await world.OfferedResource(unit, capacity: 1), await world.OfferedResource(unit, from: "2027-03-01"));
        await world.Do(world.Staff, $"resources/{withdrawn}/withdraw");
        var (one, two) = (await world.PublishedNeed(), await world.PublishedNeed(count: 2));

        Assert.Equal("resource.withdrawn", await PartnersWorld.Code(await world.Post(world.Staff, $"needs/{one}/match", new { resourceId = withdrawn })));
        Assert.Equal("resource.not-enough-left", await PartnersWorld.Code(await world.Post(world.Staff, $"needs/{two}/match", new { resourceId = small })));
        Assert.Equal("resource.not-then", await PartnersWorld.Code(await world.Post(world.Staff, $"needs/{one}/match", new { resourceId = later })));
        Assert.Equal("resource.unknown", await PartnersWorld.Code(await world.Post(world.Staff, $"needs/{one}/match", new { resourceId = Guid.CreateVersion7() })));
        Assert.Equal(NeedStatus.Open, (await world.Need(one)).Status);
    }

    [Fact]
    public async Task AStaleIfMatch_IsRefused_AndPromisesNothing()
    {
        var resource = await world.OfferedResource(await world.JoinedUnit());
        var need = await world.PublishedNeed();
        using var staff = world.As(world.Staff);
        staff.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "\"7\"");

        var answer = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(staff, $"{PartnersWorld.Api}/needs/{need}/match", new { resourceId = resource });

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.Equal(0, await world.In(world.Ours, db => db.Resources.Where(x => x.Id == resource).Select(x => x.Promised).SingleAsync()));
    }

    [Fact]
    public async Task Suggestions_PutCategoryFirst_ThenNearness_ThenHistory()
    {
        var (mine, other) = (await world.JoinedUnit(name: "老伙伴"), await world.JoinedUnit(name: "新伙伴"));
        var served = await world.PublishedNeed(category: "legal");
        var first = await world.OfferedResource(mine, capacity: 5, category: "legal");
        await world.Do(world.Staff, $"needs/{served}/match", new { resourceId = first });
        await world.Do(world.Staff, $"needs/{served}/services", new { heldOn = "2026-11-23", peopleServed = 9, what = "法律咨询" });
        await world.Do(world.Staff, $"needs/{served}/confirm");
        var (near, far, elsewhere) = (await world.OfferedResource(other, category: "legal", area: world.Grid1), await world.OfferedResource(other, category: "legal", area: world.Grid2),
            await world.OfferedResource(other, category: "health", area: world.Grid1));

        var need = await world.PublishedNeed(category: "legal");
        var suggested = (await world.Get<List<SuggestResources.View>>(world.Staff, $"needs/{need}/suggestions")).Select(x => x.ResourceId).ToList();

        Assert.Equal([near, first, far], suggested.Take(3));
        Assert.True(suggested.IndexOf(elsewhere) > 2);
    }
}
