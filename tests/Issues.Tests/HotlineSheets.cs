using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using MiniExcelLibs;
using Platform.Issues.Features;
using Platform.Kernel.Http;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>Sheets of the hotline's orders, and the way they go.</summary>
internal static class HotlineSheets
{
    public const string Runs = $"{Root}/imports";

    public static readonly string[] Titles = ["工单编号", "来电时间", "诉求类型", "诉求标题", "诉求内容", "区域代码", "所属社区", "楼栋", "诉求地址", "来电人", "联系电话", "办理时限", "是否保密"];

    /// <summary>Numbers that no other test has.</summary>
    public static string Fresh() => $"HL{Guid.CreateVersion7():n}"[..22].ToUpperInvariant() + $"{Random.Shared.Next(1000, 9999)}";

    public static object?[] Row(string number, string called = "2026-11-20 14:05:11", string category = "噪音扰民", string title = "夜里施工", string content = "夜里十一点以后还在施工。",
        string community = "泗塘三村", string building = "12号楼", string? deadline = null, string? confidential = "否", string? address = "长江西路 1 弄") =>
        [number, called, category, title, content, null, community, building, address, "张女士", "13800138000", deadline, confidential];

    public static byte[] Excel(IEnumerable<object?[]> rows, string[]? titles = null)
    {
        using var sheet = new MemoryStream();
        sheet.SaveAs(rows.Prepend(titles ?? Titles).Select(x => x.Select((value, i) => (Key: $"c{i:00}", value)).ToDictionary(c => c.Key, c => c.value)), printHeader: false);
        return sheet.ToArray();
    }

    public static List<string[]> Read(byte[] sheet)
    {
        using var held = new MemoryStream(sheet);
        return [.. held.Query().Cast<IDictionary<string, object?>>().Select(x => x.Values.Select(v => $"{v}").ToArray())];
    }

    /// <summary>Small on the way, and more than a sheet should be when it is unfolded.</summary>
    public static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 321; i++) part.Write(zeros);
        }

        return file.ToArray();
    }

    public static Task<HttpResponseMessage> Sent(HttpClient http, byte[] sheet, string name = "orders.xlsx", string? key = null)
    {
        var part = new ByteArrayContent(sheet) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Runs}/") { Content = new MultipartFormDataContent { { part, "file", name } } };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return http.SendAsync(request);
    }

    public static async Task<ShowImports.View> Staged(HttpClient http, byte[] sheet, string name = "orders.xlsx")
    {
        var answer = await Sent(http, sheet, name);
        await Is(HttpStatusCode.Created, answer);
        return await Read<ShowImports.View>(answer);
    }

    public static async Task<ShowImports.View> Get(HttpClient http, Guid id) => (await http.GetFromJsonAsync<ShowImports.View>($"{Runs}/{id}", Json))!;

    public static async Task<IReadOnlyList<ListImportRows.Row>> Rows(HttpClient http, Guid id, string query = "") =>
        (await http.GetFromJsonAsync<Page<ListImportRows.Row>>($"{Runs}/{id}/rows{query}", Json))!.Items;
}
