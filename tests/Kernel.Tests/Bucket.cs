using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Platform.Kernel.Tests;

/// <summary>
/// One bucket, spoken to as S3 is: requests signed by AWS signature version 4, which is checked, body included. Deliberately no
/// aws-chunked bodies: other people's S3 (OSS, COS, Ceph, MinIO behind a proxy) do not all take them, and so ours must not send them.
/// </summary>
internal sealed class Bucket : IAsyncDisposable
{
    public const string Name = "attachments", AccessKey = "S3RVER", SecretKey = "S3RVER";

    private readonly ConcurrentDictionary<string, (byte[] Bytes, string? Type)> _objects = new();
    private readonly WebApplication _app;

    private Bucket()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(Answer);
    }

    public string Address => _app.Urls.First();

    public static async Task<Bucket> Open()
    {
        var bucket = new Bucket();
        await bucket._app.StartAsync();
        return bucket;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var (method, name) = (http.Request.Method, Uri.UnescapeDataString(http.Request.Path.Value!));
        if (http.Request.Headers["x-amz-content-sha256"].ToString().StartsWith("STREAMING-", StringComparison.Ordinal)) await Refuse(http, 501, "NotImplemented");
        else if (!IsSigned(http.Request, body.ToArray())) await Refuse(http, 403, "SignatureDoesNotMatch");
        else if (!name.StartsWith($"/{Name}/", StringComparison.Ordinal)) await Refuse(http, 404, "NoSuchBucket");
        else if (method is "PUT")
        {
            _objects[name] = (body.ToArray(), http.Request.ContentType);
            http.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body.ToArray()))}\"";
        }
        else if (method is "DELETE")
        {
            _objects.TryRemove(name, out _);
            http.Response.StatusCode = 204;
        }
        else if (!_objects.TryGetValue(name, out var found)) await Refuse(http, 404, "NoSuchKey");
        else
        {
            (http.Response.ContentType, http.Response.ContentLength) = (found.Type, found.Bytes.Length);
            http.Response.Headers.LastModified = "Mon, 23 Nov 2026 00:00:00 GMT";
            if (method is "GET") await http.Response.Body.WriteAsync(found.Bytes);
        }
    }

    private static Task Refuse(HttpContext http, int status, string code)
    {
        (http.Response.StatusCode, http.Response.ContentType) = (status, "application/xml");
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask
            : http.Response.WriteAsync($"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>{code}</Code><Message>{code}</Message></Error>");
    }

    // AWS4-HMAC-SHA256 Credential=KEY/20261123/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=…
    private static bool IsSigned(HttpRequest request, byte[] body)
    {
        var parts = request.Headers.Authorization.ToString().Split([' ', ',', '='], StringSplitOptions.RemoveEmptyEntries);
        if (parts is not ["AWS4-HMAC-SHA256", "Credential", var credential, "SignedHeaders", var signed, "Signature", var signature]) return false;
        if (credential.Split('/') is not [AccessKey, var day, var region, "s3", "aws4_request"]) return false;
        var hash = request.Headers["x-amz-content-sha256"].ToString();
        if (hash is not "UNSIGNED-PAYLOAD" && hash != Convert.ToHexStringLower(SHA256.HashData(body))) return false;

        var headers = string.Concat(signed.Split(';').Select(x => $"{x}:{request.Headers[x].ToString().Trim()}\n"));
        var path = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?')[0];
        var query = string.Join('&', request.Query.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => $"{Uri.EscapeDataString(x.Key)}={Uri.EscapeDataString(x.Value.ToString())}"));
        var canonical = $"{request.Method}\n{path}\n{query}\n{headers}\n{signed}\n{hash}";
        var toSign = string.Create(CultureInfo.InvariantCulture,
            $"AWS4-HMAC-SHA256\n{request.Headers["x-amz-date"]}\n{day}/{region}/s3/aws4_request\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}");
        var key = new[] { day, region, "s3", "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes($"AWS4{SecretKey}"), (key, text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign))) == signature;
    }
}
