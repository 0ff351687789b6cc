using System.Text.Json.Nodes;
using Platform.Contracts.Directory.V1;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

/// <summary>Every number of the measures, and the list that it counts.</summary>
public sealed class MeasuresTests(CadenceWorld cadence) : IClassFixture<CadenceWorld>
{
    private readonly MeetingsWorld world = cadence.World;

    [Fact]
    public async Task Figures_OfABody_AreThoseOfItsLists()
    {
        var (body, members) = await world.Body();
        var issue = await world.Triaged();
        var first = await world.InSession(body, members[..2], issue);
        await Must(world.Post($"/{first}/items/{await world.FirstItem(first)}/defer", new { reason = "下次再议" }));
        await Must(world.Post($"/{first}/conclude"));
        var off = await world.Planned(body);
        await Must(world.Post($"/{off}/convene", new { }));
        await Must(world.Post($"/{off}/cancel", new { reason = "停水" }));
        await world.Planned(body); // Planned alone counts nowhere.

        var figures = await Figures(body);
        Assert.Equal((1, 1, 1), ((int)figures["held"]!, (int)figures["calledOff"]!, (int)figures["carriedOver"]!));
        var came = Assert.Single(figures["attendance"]!.AsArray())!;
        Assert.Equal(("Residents", 3, 2), ((string)came["class"]!, (int)came["seats"]!, (int)came["present"]!));
        Assert.Equal(["InPerson 1"], figures["ways"]!.AsArray().Select(x => $"{x!["mode"]} {x["held"]}"));
        Assert.Equal([first], await Listed("/measures/meetings", body, "id"));
        Assert.Equal([off], await Listed("/measures/meetings", body, "id", "&calledOff=true"));
        Assert.Equal([issue], await Listed("/measures/carried", body, "issueId"));

        // On an agenda again, it waits no longer.
        await world.Planned(body, issue);
        Assert.Equal(0, (int)(await Figures(body))["carriedOver"]!);
        Assert.Empty(await Listed("/measures/carried", body, "issueId"));
    }

    [Fact]
    public async Task Bodies_AreListedPageByPage_AndAddUpToTheWhole()
    {
        for (var i = 0; i < 3; i++)
        {
            var (body, members) = await world.Body();
            await Must(world.Post($"/{await world.InSession(body, members)}/conclude"));
        }

        var whole = await world.Get("/measures?kind=RedCouncil");
        var (sum, bodies, after) = (0, 0, "");
        do
        {
            var page = await world.Get($"/measures/bodies?kind=RedCouncil&limit=2{after}");
            (sum, bodies) = (sum + page["items"]!.AsArray().Sum(x => (int)x!["figures"]!["held"]!), bodies + page["items"]!.AsArray().Count);
            after = (string?)page["next"] is { } next ? $"&after={next}" : "";
        }
        while (after.Length > 0);
        Assert.Equal((int)whole["whole"]!["held"]!, sum);
        Assert.Equal((int)Assert.Single(whole["kinds"]!.AsArray())!["bodies"]!, bodies);
    }

    [Theory]
    [InlineData("from=2026-12-01&to=2026-11-01")]
    [InlineData("from=2020-01-01&to=2026-11-01")]
    [InlineData("from=0001-01-01&to=0001-01-02")]
    [InlineData("to=9999-12-31")]
    public async Task Days_ThatDoNotFit_AreRefused(string days)
    {
        foreach (var door in new[] { "", "/bodies", "/meetings", "/periods", "/carried" })
            Refused(400, "measures.bad-days", await world.Send(HttpMethod.Get, $"/measures{door}?{days}"));
    }

    [Fact]
    public async Task Measures_AreOfOnesOwnArea()
    {
        var (body, members) = await world.Body();
        await Must(world.Post($"/{await world.InSession(body, members)}/conclude"));
        var elsewhere = world.Somebody(Role.Convenor, world.Building21, "310113008/005/g2/21/");
        Assert.Equal(0, (int)(await world.Get("/measures", elsewhere))["whole"]!["held"]!);
        Refused(403, "rights.outside-your-area", await world.Send(HttpMethod.Get, $"/measures?area={world.Neighbourhood}", by: elsewhere));
        foreach (var door in new[] { "bodies", "meetings", "periods", "carried" })
            Refused(400, "paging.bad-cursor", await world.Send(HttpMethod.Get, $"/measures/{door}?after=x"));
    }

    private async Task<JsonNode> Figures(Guid body) => (await world.Get($"/measures?body={body}"))["whole"]!;

    private async Task<Guid[]> Listed(string list, Guid body, string id, string more = "") =>
        [.. (await world.Get($"{list}?body={body}{more}"))["items"]!.AsArray().Select(x => Guid.Parse((string)x![id]!))];
}
