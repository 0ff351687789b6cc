using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Features;
using Platform.Kernel.Http;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>内部备注: what those inside tell one another.</summary>
public sealed class NoteTests(IssuesWorld world)
{
    private const string Secret = "此户正在打官司勿外传";

    private static readonly Role[] Inside =
        [Role.CommitteeStaff, Role.BranchSecretary, Role.GridOfficer, Role.BuildingLead, Role.StreetOfficer, Role.TenantAdmin, Role.PropertyManager, Role.OwnersCommittee];

    [Fact]
    public async Task EveryoneInside_WritesAndReads_AndNobodyElse()
    {
        var issue = await world.Accepted();
        foreach (var role in Inside) await Is(HttpStatusCode.Created, await Write(world.Somebody(role), issue, $"{role}：看过了"));
        foreach (var role in Inside)
            Assert.Equal(Inside.Reverse(), (await List(world.Somebody(role), issue)).Items.Select(x => x.ByRole));
        foreach (var role in Enum.GetValues<Role>().Except(Inside))
        {
            await Refused("auth.no-right", await Write(world.Somebody(role), issue, Secret));
            await Refused("auth.no-right", await world.As(world.Somebody(role)).GetAsync(At(issue)));
        }

        foreach (var role in Inside)
        {
            var elsewhere = world.Somebody(role, world.Grid2, IssuesWorld.Grid2Path);
            await Refused("rights.outside-your-area", await Write(elsewhere, issue, Secret));
            await Refused("rights.outside-your-area", await world.As(elsewhere).GetAsync(At(issue)));
        }
    }

    [Fact]
    public async Task ANote_IsNewestFirst_ByPage_AndSaysWhoseItIs()
    {
        var (issue, ada) = (await world.Accepted(), world.Somebody(Role.CommitteeStaff));
        for (var i = 0; i < 5; i++) await Write(i % 2 == 0 ? ada : world.Somebody(Role.GridOfficer), issue, $"第 {i} 条");
        var first = (await world.As(ada).GetFromJsonAsync<Page<WriteNote.View>>($"{issue.Door}/notes?limit=3", Json))!;
        var rest = (await world.As(ada).GetFromJsonAsync<Page<WriteNote.View>>($"{issue.Door}/notes?limit=3&after={first.Next}", Json))!;
        Assert.Equal(["第 4 条", "第 3 条", "第 2 条", "第 1 条", "第 0 条"], [.. first.Items.Concat(rest.Items).Select(x => x.Text)]);
        Assert.Equal([true, false, true, false, true], first.Items.Concat(rest.Items).Select(x => x.IsMine));
        Assert.Null(rest.Next);
        await Refused("paging.bad-cursor", await world.As(ada).GetAsync(new Uri($"{issue.Door}/notes?after=x", UriKind.Relative)));
    }

    [Fact]
    public async Task ANote_HasATextOfAThousandCharactersAtMost()
    {
        var (issue, ada) = (await world.Accepted(), world.Somebody(Role.CommitteeStaff));
        await Is(HttpStatusCode.Created, await Write(ada, issue, new string('字', 1_000)));
        await Is(HttpStatusCode.BadRequest, await Write(ada, issue, "一\0二"));
        foreach (var text in new[] { "", "   ", new string('字', 1_001) }) await Is(HttpStatusCode.BadRequest, await Write(ada, issue, text));
    }

    [Fact]
    public async Task ANote_IsNoAct_AndStaysOutOfEveryOtherView()
    {
        var issue = await world.Accepted();
        var before = await world.Look(issue);
        await Is(HttpStatusCode.Created, await Write(world.Somebody(Role.CommitteeStaff), issue, Secret));
        world.Directory.HasPhone(issue.AuthorId, "+8613800138009");

        // Not even what those inside read of the issue has it: only its own door.
        var (author, staff, anyone) = (issue.Author, world.Staff(), world.Anonymous());
        foreach (var (http, door) in new (HttpClient, string)[]
                 {
                     (author, issue.Door), (staff, issue.Door), (author, $"{Root}/mine"), (staff, $"{Root}/?limit=100"), (anyone, $"{Root}/public/zhangmiao/issues"),
                     (anyone, $"{Root}/public/zhangmiao/issues/{issue.Id}"), (anyone, $"{Root}/public/zhangmiao/issues/{issue.Id}/comments"),
                     (anyone, $"/open311/v2/requests/{issue.Id}.json?jurisdiction_id=zhangmiao&extensions=true"), (anyone, $"/open311/v2/requests/{issue.Id}.xml?jurisdiction_id=zhangmiao&extensions=true"),
                     (anyone, "/open311/v2/requests.json?jurisdiction_id=zhangmiao&extensions=true"),
                 })
            Assert.DoesNotContain(Secret, Regex.Unescape(await http.GetStringAsync(door)), StringComparison.Ordinal);
        var looked = await Send(anyone, $"{Root}/public/zhangmiao/receipts/{issue.Receipt}", new { phone = "+8613800138009" });
        await Is(HttpStatusCode.OK, looked);
        Assert.DoesNotContain(Secret, Regex.Unescape(await looked.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, await Unzipped(await staff.GetByteArrayAsync($"{Root}/export")), StringComparison.Ordinal);
        // Nor is anything said of it: the next fact that comes is somebody else's.
        Assert.DoesNotContain(Secret, Regex.Unescape(string.Concat(await world.In(world.Ours, db => db.Outbox.Select(x => x.Body).ToListAsync()))), StringComparison.Ordinal);
        var after = await world.Look(issue);
        Assert.Equal((before.Version, before.History.Count), (after.Version, after.History.Count));
        // The finder of words does not know it either: its hits would tell.
        Assert.Empty((await staff.GetFromJsonAsync<Page<ListIssues.Row>>($"{Root}/?q={Uri.EscapeDataString(Secret)}", Json))!.Items);
    }

    [Fact]
    public async Task WhatWasWritten_IsNeitherChangedNorDeleted()
    {
        var issue = await world.Accepted();
        await Write(world.Somebody(Role.CommitteeStaff), issue, Secret);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => world.In(world.Ours, db => db.InternalNotes.ExecuteDeleteAsync()));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => world.In(world.Ours, db => db.Database.ExecuteSqlAsync($"UPDATE internal_notes SET text = ''")));
    }

    private static Uri At(Case issue) => new($"{issue.Door}/notes", UriKind.Relative);

    private Task<HttpResponseMessage> Write(Guid who, Case issue, string text) => Send(world.As(who), $"{issue.Door}/notes", new { text });

    private async Task<Page<WriteNote.View>> List(Guid who, Case issue) => (await world.As(who).GetFromJsonAsync<Page<WriteNote.View>>($"{issue.Door}/notes", Json))!;

    private static async Task<string> Unzipped(byte[] workbook)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        var texts = new List<string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            texts.Add(await reader.ReadToEndAsync());
        }

        return string.Concat(texts);
    }
}
