using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Platform.Kernel.Http;

/// <summary>
/// Tells whether a request is the one that came before: SHA-256 of method, address and content. A form of several parts is taken part by
/// part, since the boundary between them is chosen anew each time it is sent. How large a body may be is the endpoint's to say.
/// </summary>
internal static class RequestHash
{
    private const int InMemory = 64 * 1024;

    public static async Task<string> Of(HttpRequest request)
    {
        request.EnableBuffering(InMemory);
        var ct = request.HttpContext.RequestAborted;
        var hash = await OfParts(request, ct) ?? await OfBytes(request, ct);
        request.Body.Position = 0;
        return hash;
    }

    private static async Task<string> OfBytes(HttpRequest request, CancellationToken ct)
    {
        request.Body.Position = 0;
        using var hash = Begin(request);
        await Append(hash, request.Body, ct);
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    // Null where it is no form of parts, or a broken one: that the endpoint refuses.
    private static async Task<string?> OfParts(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return null;
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > 70) return null; // RFC 2046, 5.1.1
        using var hash = Begin(request);
        var parts = new MultipartReader(boundary, request.Body);
        try
        {
            while (await parts.ReadNextSectionAsync(ct) is { } part)
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"\n{part.ContentDisposition}\n{part.ContentType}\n"));
                // What comes next cannot be taken for the end of this part: its own hash has one length.
                hash.AppendData(await SHA256.HashDataAsync(part.Body, ct));
            }
        }
        catch (Exception e) when (e is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return null;
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static IncrementalHash Begin(HttpRequest request)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        return hash;
    }

    private static async Task Append(IncrementalHash hash, Stream body, CancellationToken ct)
    {
        var chunk = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(chunk, ct)) > 0;) hash.AppendData(chunk, 0, read);
    }
}
