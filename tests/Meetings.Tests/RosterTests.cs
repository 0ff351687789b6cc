using MiniExcelLibs;
using Platform.Contracts.Directory.V1;
using Xunit;
using static Platform.Meetings.Tests.ConvenorVerbs;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

[Collection(DaysPass.Name)]
public sealed class RosterTests(MeetingsWorld world)
{
    [Fact]
    public async Task Roster_IsFilteredByWhatTheyDo_AndTellsHowOftenTheyCame()
    {
        var (body, members) = await world.Body();
        await Join(body, members[0], "Recorder", "会写");
        await Join(body, members[1], "Deliberator", "懂电");
        await Must(world.Post($"/{await world.InSession(body, [members[0]])}/conclude"));

        Assert.Equal(members[1].ToString(), (string)Assert.Single((await world.Get($"/roster?body={body}&words=懂电"))["items"]!.AsArray())!["personId"]!);
        var recorder = Assert.Single((await world.Get($"/roster?body={body}&role=Recorder&state=Active&trained=false"))["items"]!.AsArray())!;
        Assert.Equal((1, 1), ((int)recorder["attended"]!, (int)recorder["invited"]!));
        var counted = (await world.Get($"/roster/bodies?area={world.Neighbourhood}&limit=100"))["items"]!.AsArray().Single(x => (string)x!["bodyId"]! == $"{body}")!;
        Assert.Equal((1, 1, 1, 1), ((int)counted["recorders"]!, (int)counted["deliberators"]!, (int)counted["meetings"]!, (int)counted["cameAtAll"]!));
    }

    [Fact]
    public async Task Member_RestsReturnsAndLeaves_EachOnce()
    {
        var (body, members) = await world.Body();
        var entry = await Join(body, members[0], "Deliberator", "懂电");
        Refused(409, "roster.there-already", await world.Post($"/bodies/{body}/roster", Entry(members[0], "Deliberator", "懂电")));

        Refused(409, "roster.cannot-move", await world.Post($"/roster/{entry}/resume"));
        await Must(world.Post($"/roster/{entry}/pause", new { reason = "带孙子" }));
        await Must(world.Post($"/roster/{entry}/resume"));
        await Must(world.Send(HttpMethod.Put, $"/roster/{entry}", new { unit = "13号楼", skills = "懂水" }));
        Refused(400, "term.ends-before-it-begins", await world.Send(HttpMethod.Put, $"/roster/{entry}", new { from = Day(world.Today), to = Day(world.Today.AddDays(-1)) }));
        await Must(world.Post($"/roster/{entry}/leave", new { reason = "搬走" }));
        Refused(409, "roster.cannot-move", await world.Post($"/roster/{entry}/leave", new { reason = "搬走" }));

        var view = Assert.Single((await world.Get($"/roster?body={body}&state=Ended"))["items"]!.AsArray())!;
        Assert.Equal(("13号楼", "搬走"), ((string)view["unit"]!, (string)view["reason"]!));
    }

    [Fact]
    public async Task Convenor_ComesAndGoesByAppointmentAlone()
    {
        var (body, members) = await world.Body();
        Refused(409, "roster.by-appointment", await world.Post($"/bodies/{body}/roster", Entry(members[0], "Convenor", "会主持")));
        await world.Appointed(body);

        var entry = (string)Assert.Single((await world.Get($"/roster?body={body}"))["items"]!.AsArray())!["id"]!;
        Refused(409, "roster.by-appointment", await world.Post($"/roster/{entry}/leave", new { reason = "搬走" }));
        Refused(409, "roster.by-appointment", await world.Send(HttpMethod.Put, $"/roster/{entry}", new { unit = "13号楼" }));
    }

    [Fact]
    public async Task Export_HoldsWhatTheFilterLetsPass_AndNoFormula()
    {
        var (body, members) = await world.Body();
        await Join(body, members[0], "Recorder", "=1+1");
        await Join(body, members[1], "Deliberator", "懂电");

        using var http = world.As(world.Staff);
        var sheet = await http.GetByteArrayAsync($"/api/v1/meetings/roster/export?body={body}&role=Recorder");

        var row = Assert.Single(new MemoryStream(sheet).Query(useHeaderRow: true).Cast<IDictionary<string, object?>>());
        Assert.Equal(("某某", "记录员", "'=1+1"), ((string)row["姓名"]!, (string)row["角色"]!, (string)row["特长"]!));
        Assert.Equal(403, (await world.Send(HttpMethod.Get, "/roster/export", by: world.Somebody(Role.Resident))).Status);
    }

    private async Task<Guid> Join(Guid body, Guid person, string role, string skills) => Id(await Must(world.Post($"/bodies/{body}/roster", Entry(person, role, skills))));

    private static object Entry(Guid person, string role, string skills) => new { personId = person, name = "某某", role, unit = "12号楼", skills };
}
