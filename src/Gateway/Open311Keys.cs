using System.Security.Cryptography;
using System.Text;
using Platform.Kernel.Http;

namespace Platform.Gateway;

/// <summary>
/// Looks for an Open311 client's api_key, in the address or in the form that it posts, so that its requests can be counted by it. Whether the key is
/// any good is for the service to say.
/// </summary>
internal sealed class Open311Keys(RequestDelegate next)
{
    private const string Name = "api_key";

    // A report's words and some dozen answers; a longer form is let through, and counted by its address alone.
    private const int FormAtMost = 64 * 1024;

    private static readonly object Found = new();

    /// <summary>What the key is counted under; null where there is none.</summary>
    public static string? Of(HttpContext context) => context.Items[Found] as string;

    public async Task Invoke(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments(GeoReportErrors.Root) && await KeyIn(context.Request) is { Length: > 0 } key)
            context.Items[Found] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        await next(context);
    }

    private static async Task<string?> KeyIn(HttpRequest request)
    {
        if (request.Query[Name] is [{ Length: > 0 } asked, ..]) return asked;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.ContentLength is not <= FormAtMost) return null;
        request.EnableBuffering();
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return form[Name];
        }
        catch (InvalidDataException)
        {
            return null; // The service says what is wrong with it.
        }
        finally
        {
            request.Body.Position = 0;
        }
    }
}
