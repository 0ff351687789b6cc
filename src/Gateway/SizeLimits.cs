using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Platform.Kernel.Refusals;

namespace Platform.Gateway;

/// <summary>How large a request may be, in bytes, from Gateway:Sizes.</summary>
public sealed record Sizes
{
    /// <summary>Anything but files.</summary>
    public long Plain { get; init; } = 1024 * 1024;

    /// <summary>A form with a file: one photo of 12 MB, and its fields.</summary>
    public long File { get; init; } = 13 * 1024 * 1024;

    /// <summary>The report of an issue, with up to nine photos.</summary>
    public long Report { get; init; } = 95 * 1024 * 1024;

    /// <summary>A sheet of the hotline's orders: tens of thousands of them, 32 MB, and its fields.</summary>
    public long Sheet { get; init; } = 33 * 1024 * 1024;
}

/// <summary>Refuses what is too large before a service has to swallow it; what hides its length is cut off while it streams through.</summary>
internal sealed class SizeLimits(RequestDelegate next, IOptions<Sizes> sizes)
{
    public Task Invoke(HttpContext context)
    {
        var limit = LimitOf(context.Request);
        var tooLarge = context.Request.ContentLength > limit;
        // Without a limit the server swallows what is still coming (for some seconds at most), and the sender gets to read why it was refused.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature) feature.MaxRequestBodySize = tooLarge ? null : limit;
        return tooLarge ? context.Refuse(KernelRefusals.TooLarge) : next(context);
    }

    private long LimitOf(HttpRequest request)
    {
        if (request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) is not true) return sizes.Value.Plain;
        return Reports(request) ? sizes.Value.Report : IsSheet(request) ? sizes.Value.Sheet : sizes.Value.File;
    }

    private static bool IsSheet(HttpRequest request) => request.Path.StartsWithSegments("/api/v1/issues/imports", out var rest) && rest.Value is "" or "/";

    private static bool Reports(HttpRequest request) => request.Path.Equals("/api/v1/issues/with-photos", StringComparison.OrdinalIgnoreCase);
}
