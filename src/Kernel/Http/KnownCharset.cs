using Microsoft.AspNetCore.Builder;
using Microsoft.Net.Http.Headers;
using Platform.Kernel.Refusals;

namespace Platform.Kernel.Http;

/// <summary>A body in letters that nobody knows is refused before it is read: the framework's reader throws at it.</summary>
internal static class KnownCharset
{
    public static IApplicationBuilder UseKnownCharset(this IApplicationBuilder app) => app.Use((context, next) =>
        MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.Charset.HasValue && type.Encoding is null
            ? throw new RefusedException(KernelRefusals.WrongMediaType) : next(context));
}
