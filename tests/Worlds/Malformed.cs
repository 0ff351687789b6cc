using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Platform.Worlds;

/// <summary>One door as it is attacked: a request that it would take, and what can be put wrong in it.</summary>
internal sealed record Target(
    string Name, HttpMethod Method, Func<string?, string> Path, int Parameters, string Query, IReadOnlyList<string> QueryNames, JsonNode? Body, IReadOnlyList<Described.Place> Places,
    IReadOnlyList<string> Parts);

/// <summary>Requests that no client of good will sends, from a seeded chance: the same seed makes the same requests.</summary>
internal sealed class Malformed(Random random, Described described)
{
    private const string Hole = "\"§hole§\"";

    private static readonly string[] InPath =
    [
        "not-a-guid", "00000000-0000-0000-0000-000000000000", "%00", "..%2f..%2fetc%2fpasswd", "%2e%2e", "%ff%fe", new('9', 300), "-1", "2147483648", "99999", "%E7%94%B5", "%7Bid%7D",
        "'%3B--", "%0d%0aX-Injected:1", "%25", "null", "%20", "%F0%9F%92%A9", "1e9", "%5c..%5c", "ffffffff-ffff-ffff-ffff-ffffffffffff", new('a', 3_000), "a%2Fb", "0", "2026", "10000", "x;y=z", "%EF%BB%BF",
    ];

    private static readonly string[] InQuery =
    [
        "", "%00", "a%00b", "%ff", "-1", "0", "1", "101", "2147483647", "99999999999999999999", "NaN", "1e400", "not-a-guid", "00000000-0000-0000-0000-000000000000", "9999-12-31T23:59:59.9999999Z", "9999-12-31",
        "0001-01-01", "0001-01-01T00:00:00%2B14:00", "2026-02-30", "2026-13", "0000-00", "9999-12", "0001-01", string.Concat(Enumerable.Repeat("%F0%9F%92%A9", 40)), new('x', 5_000), "a%0d%0ab", "eA", "Cg", "Cgo", "AAAA", "__79",
        "OTk5OS0xMi0zMVQyMzo1OTo1OS45OTk5OTk5WgphCmI", "MDE5MDAwMDAtMDAwMS03MDAwLTgwMDQtMDAwMDAwMDAwMDAx", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5CjAxOTAwMDAwLTAwMDEtNzAwMC04MDA0LTAwMDAwMDAwMDAwMQ",
        "%27%20OR%201%3D1--", "%25_%5c", "%5c", "[]", "true", "Nope", "0,1,2", "-0", "%2B8613800138000", "+", "%20", "%", "%%", "%E2%80%AE", "desc%3BDROP", "FREQ%3DSECONDLY", "FREQ%3DYEARLY%3BINTERVAL%3D99999", "%C0%AF", "%ED%A0%80", ":*", "!%26%7C(", "%3C->", "\"",
    ];

    private static readonly string[] InBody =
    [
        "null", "true", "{}", "[]", "[null]", "[[[[[]]]]]", "{\"a\":1}", "0", "-1", "1.5", "2147483647", "2147483648", "-2147483648", "9223372036854775808", "1e400", "-1e400", "-0", "1e-400", "79228162514264337593543950336", "0.000000000000000000000000000001",
        "\"\"", "\" \"", "\"\\t\\n\"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00x\"", "\"a\\ud83d\"", "\"\\u202e\\u200b\\ufeff\"", "\"\\ufffe\\uffff\"", $"\"{string.Concat(Enumerable.Repeat("💩", 60))}\"", $"\"{new string('x', 300)}\"", $"\"{new string('词', 5_000)}\"", $"\"{new string('x', 70_000)}\"",
        "\"not-a-guid\"", "\"00000000-0000-0000-0000-000000000000\"", "\"ffffffff-ffff-ffff-ffff-ffffffffffff\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"2026-02-30\"", "\"2026-02-29\"", "\"10000-01-01\"", "\"2027-06-15\"", "\"1900-01-01\"",
        "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"9999-12-31T23:59:59.9999999-14:00\"", "\"0001-01-01T00:00:00+14:00\"", "\"2026-12-20T09:00:00\"", "\"-4713-01-01T00:00:00Z\"", "\"23:59:59.9999999\"", "\"24:00:00\"", "\"-01:00\"", "\"00:00:00\"",
        "\"Nope\"", "\"0\"", "\"999\"", "\"-1\"", "\"javascript:alert(1)\"", "\"http://\"", "\"https://[::1\"", "\"//x\"", "\"FREQ=SECONDLY;COUNT=999999999\"", "\"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\"", "\"FREQ=DAILY;UNTIL=00010101\"", "\"FREQ=\"", "\"FREQ=WEEKLY;BYDAY=9XX\"", "\"FREQ=MONTHLY;BYSETPOS=400\"", "\"FREQ=DAILY;INTERVAL=0\"", "\"FREQ=DAILY;INTERVAL=-1\"", "\"FREQ=DAILY;INTERVAL=2147483648\"",
        "\"${jndi:ldap://x}\"", "\"=cmd|' /C calc'!A0\"", "\"\\r\\nSet-Cookie: a=b\"", "\"' OR '1'='1\"", "\"+86 138 0013 8000\"", "\"138001380\"", "\"Asia/Nowhere\"", "\"../../etc/passwd\"", "\"{0} {1} {99}\"", "\"%s%n%x\"", "\"<script>\"", "\"🏳️‍🌈\"", "\"𠮷\"", "\"\\ud842\\udfb7\"",
        $"[{string.Join(',', Enumerable.Repeat("null", 500))}]", $"[{string.Join(',', Enumerable.Range(0, 2_000))}]", $"[{string.Join(',', Enumerable.Repeat("\"00000000-0000-0000-0000-000000000001\"", 60))}]", "[{}]", "[\"\"]", "[\"a\",\"a\"]", "[0,-1,2147483647]", "{\"type\":\"Polygon\",\"coordinates\":[[[181,91],[0,0],[1e300,2]]]}", "{\"type\":\"Polygon\",\"coordinates\":[]}", "{\"a\":{\"b\":{\"c\":[1,{\"d\":null}]}}}",
    ];

    private static readonly (string Name, string Value)[] Headers =
    [
        ("If-Match", "\"abc\""), ("If-Match", "W/\"1\""), ("If-Match", "*"), ("If-Match", "\"99999999999\""), ("If-Match", ",,,"), ("If-Match", "\"-1\""), ("If-Match", "\"1\", \"2\""), ("If-Match", ""), ("Idempotency-Key", new string('k', 101)), ("Idempotency-Key", new string('k', 100)), ("Idempotency-Key", ""), ("Idempotency-Key", "' OR 1=1--"),
        ("Idempotency-Key", "ключ"), ("Accept-Language", "zz-ZZ,;q=9"), ("Accept-Language", string.Join(',', Enumerable.Repeat("zh", 400))), ("Accept-Language", "\u0001"), ("Accept", "application/xml"), ("Accept", "*/*;q=abc"), ("Accept", "text/html"), ("Accept", ";;;"), ("tenant", "00000000-0000-0000-0000-000000000001"), ("tenant", "x"), ("Range", "bytes=-1"), ("Range", "bytes=5-1,0-"),
        ("If-None-Match", "x"), ("If-Modified-Since", "yesterday"), ("traceparent", "00-zz-yy-01"), ("tracestate", new string('t', 900)), ("baggage", "a=b;;;=,,"), ("Cookie", "=;;a=\"b"), ("X-Forwarded-For", "999.999.999.999"), ("X-Forwarded-Proto", "javascript"), ("X-Forwarded-Host", "evil.example\\@x"), ("X-HTTP-Method-Override", "DELETE"), ("Content-Encoding", "gzip"), ("Expect", "200-maybe"), ("Referer", "%%%"), ("Origin", "null"),
    ];

    private static readonly string[] Types =
    [
        "application/json; charset=nonsense", "application/json; charset=utf-16", "application/json; charset=\"", "text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=" + new string('b', 200),
        "application/vnd.api+json", "application/json-patch+json", "application/x-ndjson", "image/jpeg", "application/merge-patch+json; q=x",
    ];

    private static readonly byte[][] Bodies =
    [
        [], [0x7b], [0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00], [0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d], [.. Enumerable.Range(0, 256).Select(x => (byte)x)], "null"u8.ToArray(), "[]"u8.ToArray(), "\"x\""u8.ToArray(), "1"u8.ToArray(), "{}"u8.ToArray(), "{\"a\":}"u8.ToArray(), "{}{}"u8.ToArray(), "// x\n{}"u8.ToArray(),
        "\uFEFF{}"u8.ToArray(), "{\"a\":NaN}"u8.ToArray(), "{\"\\u0000\":1}"u8.ToArray(), "{\"$type\":\"System.Diagnostics.Process\",\"$ref\":\"1\",\"$id\":\"1\"}"u8.ToArray(), "{\"__proto__\":{\"a\":1}}"u8.ToArray(), Encoding.ASCII.GetBytes(new string('[', 60)), Encoding.ASCII.GetBytes(new string('[', 5_000)),
        Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 3_000))), Encoding.ASCII.GetBytes($"{{\"a\":{new string('[', 70)}{new string(']', 70)}}}"), Encoding.ASCII.GetBytes($"{{\"{new string('n', 50_000)}\":1}}"),
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"u8.ToArray(), "a=1&a=2&%=&=&&%zz=%zz"u8.ToArray(), "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1"u8.ToArray(),
    ];

    /// <summary>Files that are not what they say, or that become too much once they are read.</summary>
    private static readonly (string Name, string Type, byte[] Bytes)[] Files =
    [
        ("a.jpg", "image/jpeg", []), ("../../../etc/passwd", "image/png", "x"u8.ToArray()), ("..\\..\\x.jpg", "image/jpeg", [0xff, 0xd8, 0xff, 0xe0, 0, 16]), ("a.png", "image/png", PngOf(60_000, 60_000)), ("a.png", "image/png", PngOf(-1, 0)), ("a.svg", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray()),
        ("a.html", "image/jpeg", "<script>alert(1)</script>"u8.ToArray()), ("a.pdf", "application/pdf", "%PDF-1.7"u8.ToArray()), ("a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK\u0003\u0004rubbish"u8.ToArray()), ("a.csv", "text/csv", "a,b\n\"unclosed,1\n\0,\n"u8.ToArray()), ("a.csv", "text/csv", [0xff, 0xfe, 0x41]),
        ("a.gif", "image/gif", "GIF89a\u00ff\u00ff\u00ff\u00ff"u8.ToArray()), (new string('n', 400) + ".jpg", "", [1, 2, 3]), ("\u202egpj.exe", "nonsense", [0x4d, 0x5a]), ("a.csv", "text/csv", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(",", 20_000)))),
    ];

    // Signature, and a header that promises this many pixels.
    private static byte[] PngOf(int width, int height)
    {
        static byte[] Big(int x) => [(byte)(x >> 24), (byte)(x >> 16), (byte)(x >> 8), (byte)x];
        return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, .. Big(width), .. Big(height), 8, 2, 0, 0, 0, 1, 2, 3, 4];
    }

    /// <summary>The next one: up to three things wrong at once.</summary>
    public HttpRequestMessage Next(Uri address, Target target)
    {
        var (path, query) = (target.Path(null), target.Query);
        HttpContent? content = Wrapped(target.Body?.ToJsonString());
        var headers = new List<(string, string)>();
        string? type = null;
        for (var wrongs = random.Next(10) switch { < 7 => 1, < 9 => 2, _ => 3 }; wrongs > 0; wrongs--)
            switch (random.Next(10))
            {
                case 0 when target.Parameters > 0:
                    path = target.Path(Any(InPath));
                    break;
                case 1 or 2 when target.Method == HttpMethod.Get:
                    query = Queried(target);
                    break;
                case 3 when target.Method != HttpMethod.Get:
                    content = new ByteArrayContent(Any(Bodies)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
                    break;
                case 4 when target.Method != HttpMethod.Get:
                    type = Any(Types);
                    break;
                case 5:
                    headers.Add(Any(Headers));
                    break;
                case 6:
                    query = Queried(target);
                    break;
                default:
                    if (target.Parts.Count > 0) content = Form(target.Parts);
                    else if (target.Places.Count > 0) content = Wrapped(Spoilt(target));
                    else if (target.QueryNames.Count > 0) query = Queried(target);
                    else headers.Add(Any(Headers));
                    break;
            }

        var request = new HttpRequestMessage(target.Method, new Uri($"{address.GetLeftPart(UriPartial.Authority)}{path}{query}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (target.Method != HttpMethod.Get && content is not null)
        {
            request.Content = content;
            if (type is not null) { content.Headers.Remove("Content-Type"); content.Headers.TryAddWithoutValidation("Content-Type", type); }
        }

        foreach (var (name, value) in headers)
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content?.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    /// <summary>How it can be sent again by hand.</summary>
    public static async Task<string> Told(HttpRequestMessage request)
    {
        var body = request.Content is { } content ? Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync()) : "";
        return $"{request.Method} {Cut(request.RequestUri!.PathAndQuery)} [{string.Join("; ", request.Headers.Where(x => x.Key is not ("Authorization" or "traceparent")).Select(x => $"{x.Key}: {Cut(x.Value.First())}"))}] {request.Content?.Headers.ContentType} {Cut(body, 600)}";
    }

    internal static string Cut(string text, int most = 300) => text.Length <= most ? text : $"{text[..most]}… ({text.Length})";

    private string Queried(Target target)
    {
        var name = target.QueryNames.Count > 0 && random.Next(8) > 0 ? Any(target.QueryNames) : Any(["after", "limit", "q", "sort", "x", "%00", "a[b]", "$filter"]);
        var one = $"{name}={Any(InQuery)}";
        return target.Query.Length > 0 && random.Next(2) == 0 ? $"{target.Query}&{one}" : random.Next(6) == 0 ? $"?{one}&{name}={Any(InQuery)}" : $"?{one}";
    }

    private string? Spoilt(Target target)
    {
        var place = Any(target.Places);
        if (random.Next(8) == 0 && target.Body is JsonObject { Count: > 0 } whole)
        {
            var less = whole.DeepClone().AsObject();
            less.Remove(Any([.. less.Select(x => x.Key)]));
            return less.ToJsonString();
        }

        // A hole, filled with raw text: what no writer of JSON would write.
        return described.With(target.Body!, place, "§hole§")?.ToJsonString(Plain).Replace(Hole, Any(InBody), StringComparison.Ordinal);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private MultipartFormDataContent Form(IReadOnlyList<string> parts)
    {
        var form = new MultipartFormDataContent();
        for (var count = random.Next(4); count > 0; count--)
        {
            var name = Any([.. parts, "x", "file"]);
            if (random.Next(3) == 0) form.Add(new StringContent(Any(InBody).Trim('"')), name);
            else
            {
                var (file, type, bytes) = Any(Files);
                var part = new ByteArrayContent(bytes);
                if (type.Length > 0) part.Headers.TryAddWithoutValidation("Content-Type", type);
                form.Add(part, name, file);
            }
        }

        return form;
    }

    private static StringContent? Wrapped(string? json) => json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");

    private T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
