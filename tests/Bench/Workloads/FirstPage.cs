using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Platform.Bench.Filling;
using Platform.Bench.Measuring;

namespace Platform.Bench.Workloads;

/// <summary>10: the portal's first page for whoever comes by; the limit is as many bytes from Kestrel. And what a phone has to fetch to see it.</summary>
internal static partial class FirstPage
{
    public static async Task<IReadOnlyList<Row>> Measure(Stage stage, Databases databases, CancellationToken ct)
    {
        await databases.Use(null, ct);
        var page = $"{stage.Service("web")}/zhangmiao";
        var (bytes, requests, size) = await Fetch(page, ct);
        var sides = await Contest.Run(stage.Pace,
        [
            Workload.Asks("platform", 16, Workload.Get(page, null), stage.CpuOf("web", "gateway", "issues", "meetings", "volunteers", "partners", "insights", "directory", "postgres")),
            Workload.Asks("Kestrel", 16, Workload.Get($"{stage.Bare.Http}/page/{size}", null), stage.BareCpu(asksPostgres: false)),
        ], ct);
        return
        [
            new Row(10, "portal's first page, 16 connections", sides,
            [
                new Claim("of as many bytes from Kestrel", sides[0].PerSecond / sides[1].PerSecond, 0.25), new Claim("to fetch", bytes / 1024.0, 60, AtMost: true, " KB"),
                new Claim("requests", requests, 5, AtMost: true),
            ])
            { Note = string.Create(CultureInfo.InvariantCulture, $"the page itself has {size / 1024.0:0.0} KB before compression") },
        ];
    }

    // As a browser would: the page, its style sheets, scripts and icons, compressed as they are sent.
    private static async Task<(long Bytes, int Requests, int Size)> Fetch(string address, CancellationToken ct)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        http.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (Linux; Android 15) Chrome/140");
        var plain = new HttpRequestMessage(HttpMethod.Get, address);
        plain.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        using var whole = await http.SendAsync(plain, ct);
        var html = await whole.Content.ReadAsStringAsync(ct);
        var bytes = (long)(await http.GetByteArrayAsync(new Uri(address), ct)).Length;
        var parts = Parts().Matches(html).Select(x => x.Groups[1].Value).Where(x => !x.StartsWith("data:", StringComparison.Ordinal)).Distinct().ToList();
        foreach (var part in parts) bytes += (await http.GetByteArrayAsync(new Uri(new Uri(address), part), ct)).Length;
        return (bytes, 1 + parts.Count, System.Text.Encoding.UTF8.GetByteCount(html));
    }

    [GeneratedRegex("<(?:script|img|link(?=[^>]*\\brel=\"(?:stylesheet|icon|manifest|preload)\"))\\b[^>]*?\\b(?:src|href)=\"([^\"]+)\"")]
    private static partial Regex Parts();
}
