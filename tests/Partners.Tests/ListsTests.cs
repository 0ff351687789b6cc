using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Partners.Domain;
using Xunit;

namespace Platform.Partners.Tests;

/// <summary>What is put on the two lists, and what is not.</summary>
public sealed class ListsTests(PartnersWorld world) : IClassFixture<PartnersWorld>
{
    [Fact]
    public async Task AResource_OfNoUnit_OfNoCategory_OrThatEndsBeforeItStarts_IsNotListed()
    {
        var unit = await world.JoinedUnit();
        object Offer(Guid unitId, string category = "legal", string? until = null) =>
            new { unitId, what = "法律咨询", category, capacity = 1, from = "2026-12-01", until, areaId = world.Grid1 };

        foreach (var (offer, code) in new[]
        {
            (Offer(Guid.CreateVersion7()), "unit.unknown"), (Offer(unit, category: "lawyers"), "category.unknown"),
            (Offer(unit, until: "2026-11-30"), "resource.ends-before-it-starts"),
        })
        {
            using var answer = await world.Post(world.Staff, "resources", offer);
            Assert.Equal((HttpStatusCode.BadRequest, code), (answer.StatusCode, await PartnersWorld.Code(answer)));
        }

        Assert.False(await world.In(world.Ours, db => db.Resources.AnyAsync(x => x.UnitId == unit)));
        await world.Do(world.Staff, "resources", Offer(unit, until: "2026-12-01"));
    }

    [Fact]
    public async Task ANeed_OfNoCategory_OrForADayThatIsOver_IsNotListed()
    {
        object Need(string category, string dueOn) => new { what = "请专业团队营造花园", category, areaId = world.Grid1, count = 1, dueOn };

        Assert.Equal("category.unknown", await PartnersWorld.Code(await world.Post(world.Staff, "needs", Need("gardens", "2026-12-31"))));
        Assert.Equal("need.in-the-past", await PartnersWorld.Code(await world.Post(world.Staff, "needs", Need("greening", "2026-11-22"))));
        await world.Do(world.Staff, "needs", Need("greening", "2026-11-23"));
    }

    [Fact]
    public async Task ANeedThatSomebodyPromised_IsNotSortedAnew()
    {
        var need = await world.PublishedNeed();
        using var staff = world.As(world.Staff);
        Task<HttpResponseMessage> Specify(string category) =>
            staff.PutAsJsonAsync($"{PartnersWorld.Api}/needs/{need}", new { category, count = 2, dueOn = "2026-12-31" });

        Assert.Equal("category.unknown", await PartnersWorld.Code(await Specify("gardens")));
        Assert.Equal(HttpStatusCode.NoContent, (await Specify("cleanup")).StatusCode);
        await world.Do(world.Staff, $"needs/{need}/match", new { resourceId = await world.OfferedResource(await world.JoinedUnit(), capacity: 2) });

        Assert.Equal("need.not-open", await PartnersWorld.Code(await Specify("repair")));
        var seen = await world.Need(need);
        Assert.Equal((NeedStatus.Matched, "cleanup"), (seen.Status, seen.Category));
    }
}
