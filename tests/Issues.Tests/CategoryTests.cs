using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Domain;
using Platform.Issues.Features;
using Platform.Kernel.Http;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>A street's own list of categories, and its way through Excel.</summary>
public sealed class CategoryTests(IssuesWorld world)
{
    private const string Categories = $"{Root}/categories";

    [Fact]
    public async Task Street_BeginsWithTheTemplate_AndAnOlderOneGetsWhatItLacks_KeepingItsOwn()
    {
        var tenant = Guid.CreateVersion7();
        await world.Deliver(world.Fact(new TenantConfigured { Code = $"s{tenant:n}"[..20], Name = "新街道", DivisionCode = "310113099", TimeZone = "Asia/Shanghai" }, tenant, tenant: tenant));
        Assert.Equal(FirstCategories.All.Select(x => x.Code).Order(), (await Codes(tenant)).Order());

        // As it was before there were two levels: the first eight, and one of its own.
        string[] eight = ["environment", "facilities", "safety", "property", "parking", "greening", "neighbours", "other"];
        await world.In(tenant, db => db.Categories.Where(x => !eight.Contains(x.Code)).ExecuteDeleteAsync());
        await world.In(tenant, db => db.Categories.ExecuteUpdateAsync(x => x.SetProperty(c => c.Order, 7)));
        await world.In(tenant, db => db.Categories.Where(x => x.Code == "safety").ExecuteUpdateAsync(x => x.SetProperty(c => c.Name, "老名字")));
        await world.In(tenant, async db => { db.Add((await Platform.Issues.Data.Categories.CategoryList(db, default)).Add(new CategoryEntry("our-own", "自己的", "Our own", null, 3, false))); return await db.SaveChangesAsync(); });

        for (var twice = 0; twice < 2; twice++) await GiveCategories.ToEveryStreet(world.Services, TestContext.Current.CancellationToken);

        var after = await world.In(tenant, db => db.Categories.ToDictionaryAsync(x => x.Code));
        Assert.Equal(FirstCategories.All.Count + 1, after.Count);
        Assert.Equal(("老名字", "自己的", "environment"), (after["safety"].Name, after["our-own"].Name, after["waste"].ParentCode));
        Assert.True(after["other"].Order > after["noise"].Order);
    }

    [Fact]
    public async Task Category_IsAdded_Renamed_Moved_Retired_AndRestored_UnderItsRules()
    {
        var (admin, upper, lower) = (Admin(), Fresh(), Fresh());
        await Is(HttpStatusCode.Created, await Add(admin, upper));
        await Refused("category.code-taken", await Add(admin, upper));
        await Refused("category.bad-code", await Add(admin, "Büro"));
        await Refused("category.unknown-parent", await Add(admin, lower, "nowhere"));
        await Is(HttpStatusCode.Created, await Add(admin, lower, upper));
        await Refused("category.third-level", await Add(admin, Fresh(), lower));
        await Refused("category.third-level", await Put(admin, upper, new { name = "甲", nameEn = "A", parentCode = "noise" }));
        await Refused("not-found", await Put(admin, Fresh(), new { name = "甲", nameEn = "A" }));
        await Refused("conflict.stale", await Put(admin, lower, new { name = "乙", nameEn = "B", parentCode = upper }, ifMatch: "\"9\""));
        await Is(HttpStatusCode.OK, await Put(admin, lower, new { name = "乙", nameEn = "B", parentCode = upper }, ifMatch: "\"1\""));
        await Refused("category.has-offered", await Send(admin, $"{Categories}/{upper}/retire"));

        var issue = await Reported(lower);
        await Is(HttpStatusCode.OK, await Send(admin, $"{Categories}/{lower}/retire"));
        await Refused("category.retired", await Report(lower));
        Assert.Equal("乙", (await world.Staff().GetFromJsonAsync<GetIssue.View>($"{Root}/{issue}", Json))!.CategoryName);
        Assert.DoesNotContain((await world.Anonymous().GetFromJsonAsync<ShowReportForm.View>($"{Root}/public/zhangmiao/form", Json))!.Categories, x => x.Code == lower);
        Assert.True((await All(admin)).Single(x => x.Code == lower).IsRetired);
        // A list of the upper one shows what is below it.
        Assert.Contains((await world.Staff().GetFromJsonAsync<Page<ListIssues.Row>>($"{Root}/?category={upper}", Json))!.Items, x => x.Id == issue);

        await Is(HttpStatusCode.OK, await Send(admin, $"{Categories}/{upper}/retire"));
        await Refused("category.parent-retired", await Send(admin, $"{Categories}/{lower}/restore"));
        await Is(HttpStatusCode.OK, await Send(admin, $"{Categories}/{upper}/restore"));
        await Is(HttpStatusCode.OK, await Send(admin, $"{Categories}/{lower}/restore"));
        await Reported(lower);
        await Refused("auth.no-right", await Add(world.As(world.Somebody(Role.StreetOfficer)), Fresh()));
    }

    [Fact]
    public async Task Level_IsPutInOrder_WholeOrNotAtAll()
    {
        var (admin, upper) = (Admin(), Fresh());
        string[] below = [Fresh(), Fresh(), Fresh()];
        await Add(admin, upper);
        foreach (var code in below) await Add(admin, code, upper);
        Assert.Equal(below, await Below());

        await Is(HttpStatusCode.NoContent, await Send(admin, $"{Categories}/order", new { parentCode = upper, codes = below.Reverse() }));
        Assert.Equal(below.Reverse(), await Below());
        await Refused("category.order-incomplete", await Send(admin, $"{Categories}/order", new { parentCode = upper, codes = below.Skip(1) }));
        await Refused("category.order-incomplete", await Send(admin, $"{Categories}/order", new { parentCode = upper, codes = below.Append(below[0]) }));

        async Task<IEnumerable<string>> Below() => (await All(admin)).Where(x => x.ParentCode == upper).Select(x => x.Code);
    }

    [Fact]
    public async Task Sheet_ExportedAndImportedAgain_ChangesNothing()
    {
        var admin = Admin();
        await Is(HttpStatusCode.Created, await Add(admin, Fresh(), name: "=1+1"));
        var before = await All(admin);
        foreach (var language in new[] { "zh-CN", "en" })
        {
            admin.DefaultRequestHeaders.AcceptLanguage.Clear();
            admin.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            var sheet = await admin.GetByteArrayAsync($"{Categories}/export");

            var shown = await Read<ExchangeCategories.View>(await Upload(admin, "import/preview", sheet));
            Assert.Equal((before.Count, 0, 0, 0, 0), (shown.Same, shown.Added, shown.Changed, shown.Wrong, shown.Untouched));
            await Is(HttpStatusCode.OK, await Upload(admin, "import", sheet));
        }

        // Versions too: nothing was written.
        Assert.Equal(before, await All(admin));
    }

    [Fact]
    public async Task Sheet_IsLookedAtRowByRow_AndTakenOverWholeOrNotAtAll()
    {
        var (admin, upper, lower, old) = (Admin(), Fresh(), Fresh(), Fresh());
        await Add(admin, old);
        object[] good = [Row(lower, "下级", upper), Row(upper, "上级", null), Row(old, "改名", null, retired: "是")];
        object[] wrong =
        [
            Row(lower, "又一个", null), Row("坏 码", "名", null), Row(Fresh(), "", null), Row(Fresh(), new string('长', 41), null), Row(Fresh(), "没有上级", "nowhere"),
            Row(Fresh(), "三级", lower), Row(Fresh(), "停用？", null, retired: "也许"), Row(Fresh(), "排序？", null, order: "第一"), Row(Fresh(), "停用的下级", old), Row("", "无码", null),
        ];

        var shown = await Read<ExchangeCategories.View>(await Upload(admin, "import/preview", Sheet([.. good, .. wrong])));
        Assert.Equal((2, 1, wrong.Length), (shown.Added, shown.Changed, shown.Wrong));
        Assert.Equal(["sheet.row-twice", "category.bad-code", "sheet.cell-missing", "sheet.cell-too-long", "category.unknown-parent", "category.third-level", "sheet.cell-no-yes", "sheet.cell-no-number", "category.parent-retired", "sheet.cell-missing"],
            shown.Rows.Where(x => x.Outcome is CategoryOutcome.Wrong).Select(x => x.Problem));
        Assert.Equal(Enumerable.Range(5, wrong.Length), shown.Rows.Where(x => x.Outcome is CategoryOutcome.Wrong).Select(x => x.Row));
        Assert.Equal("“停用”只能填“是”或“否”。", shown.Rows.Single(x => x.Problem is "sheet.cell-no-yes").Reason);

        await Refused("sheet.rows-wrong", await Upload(admin, "import", Sheet([.. good, .. wrong])));
        Assert.DoesNotContain(await All(admin), x => x.Code == upper || x.Code == lower || x.Name == "改名");

        await Is(HttpStatusCode.OK, await Upload(admin, "import", Sheet(good)));
        var after = (await All(admin)).ToDictionary(x => x.Code);
        Assert.Equal((upper, true, "改名"), (after[lower].ParentCode, after[old].IsRetired, after[old].Name));
        Assert.Contains("noise", after.Keys);
    }

    [Fact]
    public async Task WhatIsNoSheetOfCategories_IsRefusedInWords()
    {
        var admin = Admin();
        await Refused("sheet.not-a-sheet", await Upload(admin, "import/preview", "code,name"u8.ToArray()));
        await Refused("sheet.not-a-sheet", await Upload(admin, "import", [.. Sheet([Row("a", "b", null)]).Take(600)]));
        await Refused("sheet.no-column", await Upload(admin, "import/preview", Sheet([new { 别的 = "x" }])));
        await Refused("sheet.too-large", await Upload(admin, "import/preview", new byte[1024 * 1024 + 1]));
        await Refused("sheet.too-large", await Upload(admin, "import/preview", Sheet([.. Enumerable.Range(0, 1_002).Select(x => Row($"x{x}", "名", null))])));
        await Refused("category.too-many", await Upload(admin, "import/preview", Sheet([.. Enumerable.Range(0, 300).Select(x => Row($"x{x}", "名", null))])));
    }

    private HttpClient Admin() => world.As(world.Somebody(Role.TenantAdmin, world.Street, Worlds.PlacesWorld<Program, Data.IssuesDb>.StreetPath));

    private static string Fresh() => $"t-{Guid.CreateVersion7():n}";

    private async Task<List<string>> Codes(Guid tenant) => await world.In(tenant, db => db.Categories.Select(x => x.Code).ToListAsync());

    private static async Task<List<KeepCategories.View>> All(HttpClient http) => (await http.GetFromJsonAsync<List<KeepCategories.View>>($"{Categories}/", Json))!;

    private static Task<HttpResponseMessage> Add(HttpClient http, string code, string? parentCode = null, string name = "名称") =>
        Send(http, $"{Categories}/", new { code, name, nameEn = "Name", parentCode });

    private static async Task<HttpResponseMessage> Put(HttpClient http, string code, object body, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Categories}/{code}") { Content = JsonContent.Create(body, options: Json) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await http.SendAsync(request);
    }

    private Task<HttpResponseMessage> Report(string category) =>
        Send(world.As(Guid.CreateVersion7()), $"{Root}/", new { title = "标题", text = "正文正文", category, areaId = world.Building12 });

    private async Task<Guid> Reported(string category)
    {
        var answer = await Report(category);
        await Is(HttpStatusCode.Created, answer);
        return (await Read<ReportIssue.Answer>(answer)).Id;
    }

    private static object Row(string code, string name, string? parent, string retired = "否", string? order = null) =>
        new { 代码 = code, 名称 = name, 英文名称 = "x", 上级代码 = parent, 排序 = order, 停用 = retired };

    private static byte[] Sheet(object[] rows)
    {
        using var sheet = new MemoryStream();
        sheet.SaveAs(rows.Select(x => x.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(x))));
        return sheet.ToArray();
    }

    private static Task<HttpResponseMessage> Upload(HttpClient http, string door, byte[] sheet)
    {
        var part = new ByteArrayContent(sheet) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        return http.PostAsync(new Uri($"{Categories}/{door}", UriKind.Relative), new MultipartFormDataContent { { part, "file", "categories.xlsx" } });
    }
}
