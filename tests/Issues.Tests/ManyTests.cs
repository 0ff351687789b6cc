using System.Net;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Issues.Features;
using Platform.Worlds;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>What a desk does with many issues at once.</summary>
public sealed class ManyTests(IssuesWorld world)
{
    [Fact]
    public async Task Accept_OfMany_SaysOfEachWhatBecameOfIt_AndTwiceWithOneKeyHasEffectOnce()
    {
        var (first, second, accepted) = (await world.Reported(), await world.Reported(world.Building21), await world.Accepted());
        var clerk = world.As(world.Somebody(Role.CommitteeStaff, world.Grid1, PlacesWorld<Program, IssuesDb>.Grid1Path));
        Guid[] ids = [first.Id, second.Id, accepted.Id, Guid.CreateVersion7(), first.Id];
        var key = Guid.CreateVersion7().ToString();

        var answer = await Read<ManyIssues.Answer>(await Send(clerk, $"{Root}/many/accept", new { ids }, key));
        var again = await Read<ManyIssues.Answer>(await Send(clerk, $"{Root}/many/accept", new { ids }, key));

        Assert.Equal([(first.Id, null), (second.Id, "rights.outside-your-area"), (accepted.Id, "issue.cannot-move"), (ids[3], "not-found")], answer.Issues.Select(x => (x.Id, x.Code)));
        Assert.Equal((1, 3, false), (answer.Done, answer.Refused, answer.More));
        Assert.All(answer.Issues.Where(x => !x.Done), x => Assert.NotEmpty(x.Why!));
        Assert.Equal(answer.Issues, again.Issues);
        Assert.Equal((IssueStatus.Accepted, IssueStatus.Submitted), ((await world.Look(first)).Status, (await world.Look(second)).Status));
        Assert.Equal(first.Receipt, (await world.Says<IssueAccepted>(x => x.SubjectId == first.Id)).ReceiptNumber);
    }

    [Fact]
    public async Task Accept_OfAFilter_TakesWhatIsSubmitted_AndWithoutAKeyEachIsItsOwn()
    {
        var (first, second) = (await world.Reported(title: "批量受理之一"), await world.Reported(title: "批量受理之二"));

        await Refused("issue.nothing-chosen", await Send(world.Staff(), $"{Root}/many/accept", new { }));
        await Refused("request.invalid", await Send(world.Staff(), $"{Root}/many/accept", new { ids = Enumerable.Range(0, 501).Select(_ => Guid.CreateVersion7()) }));
        var answer = await Read<ManyIssues.Answer>(await Send(world.Staff(), $"{Root}/many/accept", new { filter = new { q = "批量受理" } }));

        Assert.Equal([second.Id, first.Id], answer.Issues.Where(x => x.Done).Select(x => x.Id));
        Assert.Empty((await Read<ManyIssues.Answer>(await Send(world.Staff(), $"{Root}/many/accept", new { filter = new { q = "批量受理" } }))).Issues);
    }

    [Fact]
    public async Task Handler_OfMany_MustBeOfEachOnesArea()
    {
        var (here, there) = (await world.Accepted(), await world.Accepted(world.Building21));
        var handler = world.Somebody(Role.GridOfficer, world.Building12, PlacesWorld<Program, IssuesDb>.Grid1Path);

        var answer = await Read<ManyIssues.Answer>(await Send(world.Staff(), $"{Root}/many/handler", new { personId = handler, ids = new[] { here.Id, there.Id } }));

        Assert.Equal([null, "issue.no-handler"], answer.Issues.Select(x => x.Code));
        Assert.Equal((handler, null), ((await world.Look(here)).HandlerId, (await world.Look(there)).HandlerId));
    }

    [Fact]
    public async Task Export_HasWhatTheFilterLetsPass_InTheReadersLanguage_AndNoFormula()
    {
        var issue = await world.Reported(title: "=HYPERLINK(\"导出甲\")");
        await world.Reported(title: "导出乙", areaId: world.Building21);
        using var http = world.Staff();
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        var answer = await http.GetAsync($"{Root}/export?q=导出&areaId={world.Grid1}");

        await Is(HttpStatusCode.OK, answer);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith(".xlsx", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        var row = (IDictionary<string, object?>)Assert.Single(MiniExcelLibs.MiniExcel.Query(file, useHeaderRow: true));
        Assert.Equal((issue.Receipt, "'=HYPERLINK(\"导出甲\")", "Submitted", "12号楼"), ((string)row["Receipt number"]!, (string)row["Title"]!, (string)row["Status"]!, (string)row["Area"]!));
        Assert.DoesNotContain($"{issue.AuthorId}", string.Join('|', row.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OfMoreThanASheetShouldHold_IsRefused()
    {
        for (var i = 0; i < 4; i++) await world.Reported(title: "下载太多");

        var settings = world.Services.GetRequiredService<IConfiguration>();
        settings["Issues:ExportAtMost"] = "3";
        try { await Refused("issue.too-many-to-export", await world.Staff().GetAsync($"{Root}/export?q=下载太多")); }
        finally { settings["Issues:ExportAtMost"] = null; }
    }
}
