using System.Globalization;
using System.Text;
using System.Text.Json;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;

namespace Platform.Journeys;

/// <summary>
/// A front desk's day: 300 orders of the hotline come in as one sheet, are accepted in bulk and triaged as the rules propose; one is merged, one extended, one
/// returned, one dispatched, one mediated, one closed. In the evening the three rates are what plain SQL counts over the tables of Issues.
/// </summary>
public sealed class FrontDeskDay(StartedPlatform platform) : Journey(platform)
{
    private const string Issues = "/api/v1/issues";
    private const int Orders = 300;
    private static readonly string[] Categories = ["noise", "parking", "waste", "safety", "facilities", "greening"];
    private readonly string _batch = $"FD{Guid.CreateVersion7():n}"[..18];
    private Player _clerk = null!, _verifier = null!, _secretary = null!, _officer = null!, _property = null!;

    [Fact]
    public async Task ADayAtTheDesk_AndItsNumbersAreTheTables()
    {
        (_clerk, _verifier, _secretary, _officer, _property) = (await SignIn(5), await SignIn(6), await SignIn(7), await SignIn(10), await SignIn(9));

        await TheSheet_IsImported_Once();
        var mine = await Accepted_InBulk();
        await Triaged_AsTheRulesPropose(mine[..12]);
        await _clerk.Merge(mine[0], mine[1], "同一处");
        await Extended(mine[20]);
        await Returned(mine[21]);
        await Dispatched(mine[22]);
        await Mediated(mine[23]);
        await Closed(mine[24]);

        await TheThreeRates_AreWhatSqlCounts();
    }

    private async Task TheSheet_IsImported_Once()
    {
        var run = await Upload();
        Assert.Equal((Orders, Orders, 0), (Number(run, "rows"), Number(run, "new"), Number(run, "wrong")));
        var id = run.GetProperty("id").GetGuid();
        await _clerk.Post($"{Issues}/imports/{id}/start");
        await Until.Holds("the sheet is imported", async () => (await _clerk.Get($"{Issues}/imports/{id}")).GetProperty("state").GetString() is "Done", TimeSpan.FromMinutes(2));
        var again = await Upload();
        Assert.Equal((0, Orders), (Number(again, "new"), Number(again, "known")));
        await _clerk.Post($"{Issues}/imports/{again.GetProperty("id").GetGuid()}/discard");
    }

    private async Task<List<Guid>> Accepted_InBulk()
    {
        var answer = await _clerk.Post($"{Issues}/many/accept", new { filter = new { channel = (string[])["Hotline"], status = (string[])["Submitted"], q = _batch } });
        Assert.Equal((Orders, 0), (Number(answer, "done"), Number(answer, "refused")));
        var mine = new List<Guid>();
        for (string? after = null, next = ""; next is not null; after = next)
        {
            var page = await _clerk.Get($"{Issues}?channel=Hotline&status=Accepted&q={_batch}&limit=100{(after is null ? "" : $"&after={after}")}");
            mine.AddRange(page.GetProperty("items").EnumerateArray().Select(x => x.GetProperty("id").GetGuid()));
            next = page.TryGetProperty("next", out var there) ? there.GetString() : null;
        }

        Assert.Equal(Orders, mine.Distinct().Count());
        return mine;
    }

    private async Task Triaged_AsTheRulesPropose(IEnumerable<Guid> some)
    {
        foreach (var (i, id) in some.Index())
        {
            // Every third is told to concern a whole estate, which the rules know as hard.
            var households = i % 3 == 2 ? 260 : 3;
            var proposed = await _clerk.Get($"{Issues}/{id}/triage-proposal?households={households}");
            await _clerk.Post($"{Issues}/{id}/triage", new { scale = proposed.GetProperty("scale").GetString(), @class = proposed.GetProperty("class").GetString(), households });
            if (households > 200) Assert.Equal("Hard", proposed.GetProperty("scale").GetString());
            var triage = (await _clerk.Issue(id)).GetProperty("triages").EnumerateArray().Single();
            Assert.False(triage.GetProperty("differed").GetBoolean());
        }
    }

    private async Task<Guid> InAction(Guid id)
    {
        await _clerk.Triage(id, "Small", "一处一事，直接办理", fastLane: true);
        await _clerk.Give(id, "Property", "上门处理", Clock.Today.AddDays(5));
        return id;
    }

    private async Task Extended(Guid id)
    {
        var before = (await _clerk.Issue(await InAction(id))).GetProperty("deadline").GetProperty("dueOn").GetString();
        await _clerk.Ask(id, new { kind = "Extension", reason = "配件要从外地调", days = 3 });
        await Refused("issue.asker-cannot-decide", () => _clerk.Approve(id, "同意"));
        await _secretary.Approve(id, "同意延期三个工作日");
        Assert.True(string.CompareOrdinal((await _clerk.Issue(id)).GetProperty("deadline").GetProperty("dueOn").GetString(), before) > 0);
    }

    private async Task Returned(Guid id)
    {
        await InAction(id);
        await _clerk.Ask(id, new { kind = "Return", reason = "道路属市政管理", whose = "区市政管理中心" });
        await _secretary.Approve(id, "确不属本居委");
        Assert.Equal("Triaged", await _clerk.StatusOf(id));
    }

    private async Task Dispatched(Guid id)
    {
        var department = (await _clerk.Get($"{Issues}/departments")).EnumerateArray().First().GetProperty("code").GetString();
        await _clerk.Post($"{Issues}/{id}/dispatches", new { department, words = "请到场认定违章搭建" });
        var dispatch = (await _clerk.Get($"{Issues}/{id}/dispatches")).EnumerateArray().Single().GetProperty("id").GetGuid();
        await _officer.Post($"{Issues}/{id}/dispatches/{dispatch}/sign");
        await _officer.Post($"{Issues}/{id}/dispatches/{dispatch}/handle", new { words = "已到场认定，责令三日内拆除" });
        await _clerk.Post($"{Issues}/{id}/dispatches/{dispatch}/close", new { words = "已到位" });
    }

    private async Task Mediated(Guid id)
    {
        var mediation = (await _clerk.Post($"{Issues}/{id}/mediations", new { parties = (string[])["楼上住户", "楼下住户"], subject = "夜间噪声", mediatorId = _verifier.Id })).GetProperty("id").GetGuid();
        await _verifier.Post($"{Issues}/mediations/{mediation}/sessions", new { on = Clock.Today, present = (string[])["楼上住户", "楼下住户"], said = "双方当面说清了作息。" });
        await _verifier.Post($"{Issues}/mediations/{mediation}/end", new { outcome = "Agreed", words = "晚上十点后不再拖动家具。" });
        Assert.Contains("十点后", (await _secretary.Get($"{Issues}/mediations/{mediation}")).GetRawText(), StringComparison.Ordinal);
    }

    private async Task Closed(Guid id)
    {
        await InAction(id);
        await _property.DoActions(id, "Property", "已处理");
        await _verifier.Verify(id, true, "现场看过");
        await _clerk.Post($"{Issues}/{id}/rate/by-call", new { score = 5, words = "打电话的人说满意" });
        Assert.Equal("Closed", await _clerk.StatusOf(id));
    }

    private async Task TheThreeRates_AreWhatSqlCounts()
    {
        var month = new DateOnly(Clock.Today.Year, Clock.Today.Month, 1);
        var counted = $"""
            FROM issues i WHERE i.area_path LIKE (SELECT path FROM areas WHERE id = '{Zhangmiao.Neighbourhood}') || '%' AND i.status NOT IN ('Merged', 'Withdrawn', 'Voided')
            AND i.submitted_at >= '{month:yyyy-MM-dd}T00:00:00+08:00' AND i.submitted_at < '{month.AddMonths(1):yyyy-MM-dd}T00:00:00+08:00'
            """;
        const string Was = "AND EXISTS (SELECT 1 FROM issue_history h WHERE h.issue_id = i.id AND h.act IN";
        async Task<(long, long)> Sql(string of, string numerator) => (await Platform.Count("issues", $"SELECT count(*) {counted} {of} {numerator}"), await Platform.Count("issues", $"SELECT count(*) {counted} {of}"));
        (string Rate, string Of, string Numerator)[] rates =
        [
            ("response", "", $"{Was} ('Accepted', 'Declined'))"), ("resolution", $"{Was} ('Accepted'))", "AND i.status = 'Closed'"), ("satisfaction", "AND i.score IS NOT NULL", "AND i.score >= 4"),
        ];
        foreach (var (rate, of, numerator) in rates)
        {
            var (wanted, told) = (await Sql(of, numerator), (0L, 0L));
            await Until.Holds($"the {rate} rate is {wanted}, not {told}", async () =>
            {
                var shown = (await _clerk.Get($"/api/v1/insights/rates?area={Zhangmiao.Neighbourhood}&month={month:yyyy-MM}")).GetProperty("whole").GetProperty(rate);
                return (told = (Number(shown, "numerator"), Number(shown, "denominator"))) == wanted;
            }, TimeSpan.FromMinutes(2));
            Tell($"{rate}: {wanted.Item1} of {wanted.Item2}");
        }

        Assert.True((await Sql("", "")).Item2 >= Orders - 1);
    }

    private async Task<JsonElement> Upload()
    {
        var sheet = new StringBuilder("工单编号,受理时间,类别,诉求标题,诉求内容,所属社区,楼栋,来电人,联系电话,办理时限,是否保密\n");
        foreach (var i in Enumerable.Range(1, Orders))
            sheet.Append(CultureInfo.InvariantCulture, $"{_batch}{i:000},{Clock.Today:yyyy-MM-dd} 08:{i % 60:00},{Categories[i % Categories.Length]},热线反映第{i}件,来电人反映第{i}件事，请处理。,泗塘三村,{i % 31 + 1}号楼,王先生,1390000{i:0000},,否\n");
        return await _clerk.Post($"{Issues}/imports", () => new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(sheet.ToString())), "file", "orders.csv" } });
    }

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();
}
