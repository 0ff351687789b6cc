using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Issues.Features;
using Platform.Kernel.Http;
using Platform.Worlds;
using Xunit;
using static Platform.Issues.Tests.HotlineSheets;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>The hotline's orders, from the sheet to the issues.</summary>
public sealed class HotlineTests(IssuesWorld world)
{
    [Fact]
    public async Task ThreeHundredRows_AreLookedAt_Imported_AndImportedAgainWithoutDoubles()
    {
        var (clerk, batch) = (Clerk(), Fresh());
        var sheet = Excel(Enumerable.Range(1, 300).Select(i => Row($"{batch}{i:000}", content: $"第 {i} 户反映夜里施工太吵", deadline: "2026-12-01")));

        var staged = await Staged(clerk, sheet);
        Assert.Equal((300, 300, 0, 0, 0, ImportState.Staged), (staged.Rows, staged.New, staged.Known, staged.Wrong, staged.Imported, staged.State));
        Assert.Equal(0, await Issues(batch));
        await Is(HttpStatusCode.OK, await Send(clerk, $"{Runs}/{staged.Id}/start"));
        await Job().Run(default);

        var done = await Done(clerk, staged.Id);
        Assert.Equal((ImportState.Done, 300, 300, 300), (done.State, done.Imported, done.ToImport, done.Done));
        var issues = await world.In(world.Ours, db => db.Issues.Include(x => x.History).Where(x => x.ExternalNumber!.StartsWith(batch)).OrderBy(x => x.ExternalNumber).ToListAsync());
        Assert.Equal(300, issues.Select(x => x.ReceiptNumber).Distinct().Count());
        Assert.All(issues, x => Assert.Equal(
            (Channel.Hotline, null, true, new DateOnly(2026, 11, 20), "noise", world.Building12, new DateOnly(2026, 12, 1), null),
            (x.Channel, x.AuthorId, x.HideName, x.RaisedOn, x.Category, x.AreaId, x.WantedBy, x.Entry)));
        var first = issues[0];
        Assert.Equal((IssueAct.Entered, Role.CommitteeStaff), (first.History[0].Act, first.History[0].ByRole));
        var ids = issues.Select(x => x.Id).ToHashSet();
        await Wait.Until(() => Task.FromResult(world.Ear.Heard.OfType<IssueSubmitted>().Count(x => ids.Contains(x.SubjectId)) == 300 ? "" : null), "hear of all three hundred");
        var said = await world.Says<IssueSubmitted>(x => x.SubjectId == first.Id);
        Assert.Equal((Channel.Hotline, true, null, new DateOnly(2026, 11, 20), first.ReceiptNumber), (said.Channel, said.Proxy, said.AuthorId, said.RaisedOn, said.ReceiptNumber));
        // What was typed is no longer there, once it has become an issue.
        Assert.False(await world.In(world.Ours, db => db.ImportRows.AnyAsync(x => x.RunId == staged.Id && x.Cells != null)));

        var again = await Staged(clerk, sheet);
        Assert.Equal((0, 300), (again.New, again.Known));
        await Refused("import.nothing-new", await Send(clerk, $"{Runs}/{again.Id}/start"));
        Assert.Equal(300, await Issues(batch));
    }

    [Fact]
    public async Task WhatIsWrong_IsSaidOfEachRow_DownloadedMended_AndImported()
    {
        var (clerk, batch) = (Clerk(), Fresh());
        object?[] good = Row($"{batch}1"), twice = Row($"{batch}1"), late = Row($"{batch}2", called: "2099-01-01"), noDay = Row($"{batch}3", called: "昨天"),
            category = Row($"{batch}4", category: "没有这一类"), place = Row($"{batch}5", community: "别处三村"), empty = Row("", content: ""), secret = Row($"{batch}6", confidential: "也许"),
            rounded = Row("3.1011312345678E+17"), nowhere = Row($"{batch}7", community: "", building: "", address: ""), longOne = Row($"{batch}8", content: new string('长', 4_001)), retired = Row($"{batch}9", category: await Retired());
        var staged = await Staged(clerk, Excel([good, twice, late, noDay, category, place, empty, secret, rounded, nowhere, longOne, retired]));
        Assert.Equal((12, 1, 11), (staged.Rows, staged.New, staged.Wrong));

        var wrong = await Rows(clerk, staged.Id, "?state=Wrong");
        Assert.Equal(
            [(3, "import.row-twice"), (4, "import.in-the-future"), (5, "import.no-day"), (6, "import.unknown-category"), (7, "import.unknown-place"),
                (8, "sheet.cell-missing"), (9, "sheet.cell-no-yes"), (10, "import.number-rounded"), (11, "import.place-missing"), (12, "sheet.cell-too-long"), (13, "category.retired")],
            wrong.Select(x => (x.Number, x.Problems[0].Code)));
        // Everything that is wrong with a row, not the first thing alone; in the reader's language, with the column as it is called there.
        Assert.Equal(["“工单编号”没有填。", "“诉求内容”没有填。"], wrong[5].Problems.Select(x => x.Reason));
        using var english = Clerk(language: "en");
        Assert.Equal("The order number “" + batch + "1” stands in row 2 already.", (await Rows(english, staged.Id, "?state=Wrong&limit=1"))[0].Problems[0].Reason);

        await Is(HttpStatusCode.OK, await Send(clerk, $"{Runs}/{staged.Id}/start"));
        await Job().Run(default);
        Assert.Equal((1, 11), await Counted(clerk, staged.Id));

        var sheet = Read(await clerk.GetByteArrayAsync($"{Runs}/{staged.Id}/errors"));
        Assert.Equal(["原因", "原行号"], sheet[0].TakeLast(2));
        Assert.Equal((12, $"“受理时间”不能在今天以后。", "4"), (sheet.Count, sheet[2][^2], sheet[2][^1]));
        Assert.Equal("13800138000", sheet[2][10]);
        sheet[2][1] = "2026-11-20 08:00";
        var mended = await Staged(clerk, Excel([sheet[2]], sheet[0]));
        Assert.Equal((1, 0), (mended.New, mended.Wrong));
        Assert.Contains(await world.In(world.Ours, db => db.Audits.Where(x => x.SubjectId == staged.Id).Select(x => x.Subject).ToListAsync()), x => x == "ImportRun.Errors");
        await Refused("import.no-errors", await clerk.GetAsync($"{Runs}/{mended.Id}/errors"));
    }

    [Theory]
    [InlineData("utf-8"), InlineData("utf-8-bom"), InlineData("gb18030"), InlineData("utf-16")]
    public async Task Csv_IsReadAsSpreadsheetsWriteIt(string written)
    {
        var batch = Fresh();
        var text = $"12345 热线工单导出\r\n工单编号,来电时间,诉求类型,诉求标题,诉求内容,诉求地址,来电人\r\n{batch}1,2026/11/20 8:05,噪音扰民,夜里施工,\"他说：\"\"太吵了\"\",\n还有灰\",泗塘三村12号301室,张女士\r\n\r\n{batch}2,2026年11月20日,噪音扰民,,㐂夜里施工很吵,泗塘三村13号楼,\r\n";
        var staged = await Staged(Clerk(), written switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text.Replace(',', '\t'))],
            _ => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text),
        }, "orders.csv");

        var rows = await Rows(Clerk(), staged.Id);
        // The line above the titles and the empty one count, as they do where the sheet is shown.
        Assert.Equal([(3, $"{batch}1", "夜里施工", "12号楼", ImportRowState.New), (5, $"{batch}2", "㐂夜里施工很吵", "13号楼", ImportRowState.New)],
            rows.Select(x => (x.Number, x.ExternalNumber, x.Title, x.AreaName!, x.State)));
        await Is(HttpStatusCode.OK, await Send(Clerk(), $"{Runs}/{staged.Id}/start"));
        await Job().Run(default);
        await Done(Clerk(), staged.Id);
        Assert.Equal($"他说：\"太吵了\"{(written is "utf-16" ? ' ' : ',')}\n还有灰", await world.In(world.Ours, db => db.Issues.Where(x => x.ExternalNumber == batch + "1").Select(x => x.Text).SingleAsync()));
    }

    [Fact]
    public async Task WhatIsNoSheet_IsRefused_AndSaysWhy()
    {
        var clerk = Clerk();
        await Refused("import.not-a-sheet", await Sent(clerk, TestPhotos.Jpeg()));
        await Refused("import.not-a-sheet", await Sent(clerk, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0]));
        await Refused("import.not-a-sheet", await Sent(clerk, "PK\u0003\u0004nonsense"u8.ToArray()));
        await Refused("import.not-a-sheet", await Sent(clerk, [0xFF, 0xFE, 0x00, 0xD8]));
        await Refused("import.not-a-sheet", await Sent(clerk, Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 65)) + "\n")));
        await Refused("import.open-quote", await Sent(clerk, "工单编号,受理时间\n1,\"2026"u8.ToArray()));
        await Refused("import.no-rows", await Sent(clerk, "工单编号,受理时间,类别,诉求内容,楼栋\n,,,,\n"u8.ToArray()));
        await Refused("sheet.too-large", await Sent(clerk, new byte[32 * 1024 * 1024 + 1]));
        await Refused("sheet.too-large", await Sent(clerk, Bomb()));
        var many = new StringBuilder("工单编号,受理时间,类别,诉求内容,楼栋\n");
        for (var i = 0; i <= 50_000; i++) many.Append("1,2,3,4,5\n");
        await Refused("sheet.too-large", await Sent(clerk, Encoding.UTF8.GetBytes(many.ToString())));
        var lacking = await Sent(clerk, "工单编号,诉求内容,备注\n1,2,3\n"u8.ToArray());
        await Refused("import.no-columns", lacking);
        Assert.Contains("受理时间 · 类别 · 诉求地址", await lacking.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Refused("request.malformed", await clerk.PostAsync($"{Runs}/", new MultipartFormDataContent()));
    }

    /// <summary>NUL, halves of signs, control characters: what a database does not take must not come so far.</summary>
    [Fact]
    public async Task WhatNoDatabaseTakes_IsTakenOut()
    {
        var batch = Fresh();
        var staged = await Staged(Clerk(), Excel([Row($"{batch}1", content: "夜里_x0000_很吵_xD800_，\u0007不得安宁")]), name: "a\u0001b.xlsx");
        Assert.Equal(1, staged.New);
        Assert.DoesNotContain('\u0001', staged.FileName);
        await Is(HttpStatusCode.OK, await Send(Clerk(), $"{Runs}/{staged.Id}/start"));
        await Job().Run(default);
        Assert.Equal(1, (await Done(Clerk(), staged.Id)).Imported);
    }

    [Fact]
    public async Task Template_HasTheTitles_InTheReadersLanguage_AndIsUnderstood()
    {
        foreach (var (language, title) in new[] { ("zh-CN", "工单编号"), ("en", "Order number") })
        {
            using var clerk = Clerk(language: language);
            var sheet = Read(await clerk.GetByteArrayAsync($"{Runs}/template"));
            Assert.Equal((1, 13, title), (sheet.Count, sheet[0].Length, sheet[0][0]));
            Assert.Equal(1, (await Staged(clerk, Excel([Row(Fresh())], sheet[0]))).New);
        }
    }

    /// <summary>Two runs with the same orders and four replicas at them: each order is one issue, and each receipt number is one order's.</summary>
    [Fact]
    public async Task TwoImportsAtOnce_MakeNoDouble()
    {
        var (clerk, batch) = (Clerk(), Fresh());
        var (first, second) = (await Staged(clerk, Excel(Numbered(batch, 250))), await Staged(clerk, Excel(Numbered(batch, 250).Reverse())));
        Assert.Equal((250, 250), (first.New, second.New));
        foreach (var run in new[] { first, second }) await Is(HttpStatusCode.OK, await Send(clerk, $"{Runs}/{run.Id}/start"));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Job().Run(default)));

        var (one, other) = (await Done(clerk, first.Id), await Done(clerk, second.Id));
        Assert.Equal((250, 250, 250), (await Issues(batch), one.Imported + other.Imported, one.Known + other.Known));
        Assert.Equal((250, 250), (one.Done, other.Done));
        Assert.Equal(250, await world.In(world.Ours, db => db.Issues.Where(x => x.ExternalNumber!.StartsWith(batch)).Select(x => x.ReceiptNumber).Distinct().CountAsync()));
    }

    /// <summary>A replica that dies in the middle of its rows: others leave them alone while it lives, and take them when it is gone.</summary>
    [Fact]
    public async Task WhereOneStops_AnotherGoesOn()
    {
        var (clerk, batch) = (Clerk(), Fresh());
        var staged = await Staged(clerk, Excel(Numbered(batch, 250)));
        await using var super = NpgsqlDataSource.Create(world.Database.Super);
        await using (var dying = await super.OpenConnectionAsync())
        {
            await using var transaction = await dying.BeginTransactionAsync();
            await using (var take = new NpgsqlCommand("SELECT id FROM import_rows WHERE run_id = $1 AND number <= 101 FOR UPDATE", dying) { Parameters = { new() { Value = staged.Id } } })
                await take.ExecuteNonQueryAsync();
            await Is(HttpStatusCode.OK, await Send(clerk, $"{Runs}/{staged.Id}/start"));
            await Job().Run(default);
            var half = await Wait.Until(async () => await Get(clerk, staged.Id) is { Imported: 150 } x ? x : null, "import what nobody holds");
            Assert.Equal((ImportState.Importing, 150, 250), (half.State, half.Done, half.ToImport));
            await Refused("import.not-staged", await Send(clerk, $"{Runs}/{staged.Id}/discard"));
        }

        await Job().Run(default);
        Assert.Equal((250, 250), ((await Done(clerk, staged.Id)).Imported, await Issues(batch)));
    }

    /// <summary>A row that the database itself does not take is said to be wrong, and holds nobody up.</summary>
    [Fact]
    public async Task ARowThatCannotBeSaved_HoldsNobodyUp()
    {
        var (clerk, batch) = (Clerk(), Fresh());
        await using var super = NpgsqlDataSource.Create(world.Database.Super);
        await using (var spoil = super.CreateCommand($"ALTER TABLE issues ADD CONSTRAINT spoilt CHECK (external_number <> '{batch}005') NOT VALID")) await spoil.ExecuteNonQueryAsync();
        var staged = await Staged(clerk, Excel(Numbered(batch, 10)));
        await Is(HttpStatusCode.OK, await Send(clerk, $"{Runs}/{staged.Id}/start"));
        await Job().Run(default);

        Assert.Equal((9, 1), await Counted(clerk, staged.Id));
        await using (var mend = super.CreateCommand("ALTER TABLE issues DROP CONSTRAINT spoilt")) await mend.ExecuteNonQueryAsync();
        Assert.Equal([(6, "import.row-failed")], (await Rows(clerk, staged.Id, "?state=Wrong")).Select(x => (x.Number, x.Problems[0].Code)));
    }

    /// <summary>What was right when it was looked at may be wrong when it is taken over.</summary>
    [Fact]
    public async Task Rows_AreHeldAgainstTheStreet_AsItIsWhenTheyAreTaken()
    {
        var clerk = Clerk();
        var code = await Category();
        var staged = await Staged(clerk, Excel([Row(Fresh(), category: code)]));
        Assert.Equal(1, staged.New);
        await Is(HttpStatusCode.OK, await Send(Admin(), $"{Root}/categories/{code}/retire"));
        await Is(HttpStatusCode.OK, await Send(clerk, $"{Runs}/{staged.Id}/start"));
        await Job().Run(default);
        Assert.Equal((0, 1), await Counted(clerk, staged.Id));
        Assert.Equal("category.retired", (await Rows(clerk, staged.Id))[0].Problems[0].Code);
    }

    /// <summary>A clerk's sheet does not reach beyond their areas, and nobody sees a sheet who does not hold all of them.</summary>
    [Fact]
    public async Task ASheet_ReachesNoFurther_ThanWhoeverUploadsIt()
    {
        var (street, clerk) = (Admin(), Clerk());
        using var grid = world.As(world.Somebody(Role.CommitteeStaff, world.Grid1, PlacesWorld<Program, IssuesDb>.Grid1Path));
        var narrow = await Staged(grid, Excel([Row(Fresh()), Row(Fresh(), building: "21号楼")]));
        Assert.Equal([null, "rights.outside-your-area"], (await Rows(grid, narrow.Id)).Select(x => x.Problems is [var wrong, ..] ? wrong.Code : null));
        var wide = await Staged(street, Excel([Row(Fresh())]));

        Assert.Equal((true, true, true, true), (await Sees(grid, narrow), await Sees(clerk, narrow), await Sees(street, narrow), await Sees(street, wide)));
        Assert.Equal((false, false), (await Sees(clerk, wide), await Sees(grid, wide)));
        foreach (var door in new[] { "", "/rows", "/errors" }) await Refused("rights.outside-your-area", await clerk.GetAsync($"{Runs}/{wide.Id}{door}"));
        foreach (var door in new[] { "start", "discard" }) await Refused("rights.outside-your-area", await Send(clerk, $"{Runs}/{wide.Id}/{door}"));
        await Refused("auth.no-right", await Sent(world.As(world.Somebody(Role.GridOfficer)), Excel([Row(Fresh())])));
        Assert.Equal(1, (await Staged(world.As(world.Somebody(Role.StreetOfficer)), Excel([Row(Fresh())]))).New);

        static async Task<bool> Sees(HttpClient http, ShowImports.View run) =>
            (await http.GetFromJsonAsync<Page<ShowImports.View>>($"{Runs}?limit=100", Json))!.Items.Any(x => x.Id == run.Id);
    }

    [Fact]
    public async Task AnotherStreet_HasTheSameOrder_AndSeesNothingOfOurs()
    {
        var (clerk, batch) = (Clerk(), Fresh());
        using var theirs = TheirOfficer();
        var ours = await Staged(clerk, Excel([Row(batch)]));
        await Is(HttpStatusCode.OK, await Send(clerk, $"{Runs}/{ours.Id}/start"));
        await Job().Run(default);
        await Done(clerk, ours.Id);

        await Refused("not-found", await theirs.GetAsync($"{Runs}/{ours.Id}/rows"));
        var staged = await Staged(theirs, Excel([Row(batch, community: "友谊路街道", building: "")]));
        Assert.Equal((1, 0), (staged.New, staged.Known));
        await Is(HttpStatusCode.OK, await Send(theirs, $"{Runs}/{staged.Id}/start"));
        await Job().Run(default);
        Assert.Equal(1, (await Done(theirs, staged.Id)).Imported);
        Assert.Equal(1, await world.In(world.Theirs, db => db.Issues.CountAsync(x => x.ExternalNumber == batch)));
    }

    [Fact]
    public async Task ARun_IsStartedOnce_OrDiscarded_AndNotBoth()
    {
        var clerk = Clerk();
        var sheet = Excel([Row(Fresh()), Row("")]);
        var key = $"{Guid.CreateVersion7()}";
        var staged = await Read<ShowImports.View>(await Sent(clerk, sheet, key: key));
        Assert.Equal(staged.Id, (await Read<ShowImports.View>(await Sent(clerk, sheet, key: key))).Id);

        await Refused("conflict.stale", await Send(clerk, $"{Runs}/{staged.Id}/start", ifMatch: "\"9\""));
        await Is(HttpStatusCode.NoContent, await Send(clerk, $"{Runs}/{staged.Id}/discard"));
        await Refused("import.not-staged", await Send(clerk, $"{Runs}/{staged.Id}/start"));
        await Refused("import.not-staged", await Send(clerk, $"{Runs}/{staged.Id}/discard"));
        await Refused("import.no-errors", await clerk.GetAsync($"{Runs}/{staged.Id}/errors"));
        Assert.Empty(await Rows(clerk, staged.Id));
        Assert.Equal((ImportState.Discarded, 2, 0), await Get(clerk, staged.Id) is var x ? (x.State, x.Rows, x.New) : default);

        var started = await Staged(clerk, Excel([Row(Fresh())]));
        await Is(HttpStatusCode.OK, await Send(clerk, $"{Runs}/{started.Id}/start"));
        await Refused("import.not-staged", await Send(clerk, $"{Runs}/{started.Id}/start"));
        await Refused("paging.bad-cursor", await clerk.GetAsync($"{Runs}/{started.Id}/rows?after=x"));
        await Refused("paging.bad-cursor", await clerk.GetAsync($"{Runs}?after=x"));
    }

    /// <summary>Its number finds it; whom to call back is read on record; a confidential one is nobody's but the desk's.</summary>
    [Fact]
    public async Task AnOrder_IsFoundByItsNumber_AndKeepsItsSecrets()
    {
        var (clerk, batch) = (Clerk(), Fresh());
        var staged = await Staged(clerk, Excel([Row($"{batch}A", deadline: "2026-11-25", address: "泗塘三村12号"), Row($"{batch}B", confidential: "是")]));
        await Is(HttpStatusCode.OK, await Send(clerk, $"{Runs}/{staged.Id}/start"));
        await Job().Run(default);
        await Done(clerk, staged.Id);

        var found = Assert.Single((await clerk.GetFromJsonAsync<Page<ListIssues.Row>>($"{Root}?externalNumber={batch}A", Json))!.Items);
        Assert.Equal([found.Id], (await clerk.GetFromJsonAsync<Page<ListIssues.Row>>($"{Root}?q={batch}A", Json))!.Items.Select(x => x.Id));
        Assert.Equal(2, (await clerk.GetFromJsonAsync<Page<ListIssues.Row>>($"{Root}?q={batch}&channel=Hotline", Json))!.Items.Count);
        var shown = (await clerk.GetFromJsonAsync<GetIssue.View>($"{Root}/{found.Id}", Json))!;
        Assert.Equal(($"{batch}A", new DateOnly(2026, 11, 25), "泗塘三村12号", true), (shown.ExternalNumber, shown.WantedBy, shown.Posted!.Address, shown.Posted.HasContact));
        var contact = await clerk.GetStringAsync($"{Root}/{found.Id}/contact");
        Assert.Contains("13800138000", contact, StringComparison.Ordinal);
        Assert.DoesNotContain("13800138000", await world.In(world.Ours, db => db.PostedRequests.Where(x => x.IssueId == found.Id).Select(x => x.Contact!).SingleAsync()), StringComparison.Ordinal);

        var secret = Assert.Single((await clerk.GetFromJsonAsync<Page<ListIssues.Row>>($"{Root}?externalNumber={batch}B", Json))!.Items);
        await Refused("not-found", await clerk.GetAsync($"{Root}/{secret.Id}/contact"));
        foreach (var id in new[] { found.Id, secret.Id }) await Is(HttpStatusCode.NoContent, await Send(clerk, $"{Root}/{id}/accept"));
        var board = (await world.Anonymous().GetFromJsonAsync<Page<ShowBoard.Row>>($"{Root}/public/zhangmiao/issues", Json))!.Items;
        Assert.Contains(board, x => x.Id == found.Id);
        Assert.DoesNotContain(board, x => x.Id == secret.Id);
        await Refused("not-found", await world.Anonymous().GetAsync($"{Root}/public/zhangmiao/issues/{secret.Id}"));
        await Refused("not-found", await Send(world.As(Guid.CreateVersion7()), $"{Root}/{secret.Id}/follow"));
        Assert.DoesNotContain($"{secret.Id}", await world.Anonymous().GetStringAsync("/open311/v2/requests.json?jurisdiction_id=zhangmiao"), StringComparison.Ordinal);

        // The class would give five working days; the hotline's day comes earlier, and counts.
        await Is(HttpStatusCode.NoContent, await Send(clerk, $"{Root}/{found.Id}/triage", new { scale = Scale.Small, reason = "一处一户", @class = HandlingClass.Ordinary }));
        Assert.Equal(new DateOnly(2026, 11, 25), (await clerk.GetFromJsonAsync<GetIssue.View>($"{Root}/{found.Id}", Json))!.Deadline!.DueOn);
    }

    private static IEnumerable<object?[]> Numbered(string batch, int count) => Enumerable.Range(1, count).Select(i => Row($"{batch}{i:000}"));

    private HttpClient Admin() => world.As(world.Somebody(Role.TenantAdmin, world.Street, PlacesWorld<Program, IssuesDb>.StreetPath));

    private HttpClient TheirOfficer()
    {
        var person = Guid.CreateVersion7();
        world.Directory.Give(person, Role.StreetOfficer, world.TheirStreet, "310113001/");
        return world.As(person, world.Theirs);
    }

    private HttpClient Clerk(string language = "zh-CN")
    {
        var http = world.Staff();
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return http;
    }

    private async Task<string> Category()
    {
        var code = $"h-{Guid.CreateVersion7():n}";
        await Is(HttpStatusCode.Created, await Send(Admin(), $"{Root}/categories/", new { code, name = $"类{code}", nameEn = $"Kind {code}" }));
        return code;
    }

    private async Task<string> Retired()
    {
        var code = await Category();
        await Is(HttpStatusCode.OK, await Send(Admin(), $"{Root}/categories/{code}/retire"));
        return code;
    }

    private KeepImports Job() => ActivatorUtilities.CreateInstance<KeepImports>(world.Services);

    private Task<int> Issues(string batch) => world.In(world.Ours, db => db.Issues.CountAsync(x => x.ExternalNumber!.StartsWith(batch)));

    // The service's own job may have been at it too, and end it a moment later.
    private static Task<ShowImports.View> Done(HttpClient http, Guid id) => Wait.Until(async () => await Get(http, id) is { State: ImportState.Done } done ? done : null, "be done");

    private static async Task<(int Imported, int Wrong)> Counted(HttpClient http, Guid id) => await Done(http, id) is var done ? (done.Imported, done.Wrong) : default;
}
