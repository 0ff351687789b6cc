using System.Globalization;
using Microsoft.AspNetCore.Http;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Kernel.Http;

/// <summary>ETag and If-Match: an aggregate's version, in quotes.</summary>
public static class Versions
{
    public static string ETag(int version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>Sets the answer's ETag.</summary>
    public static void SetVersion(this HttpResponse response, int version) => response.Headers.ETag = ETag(version);

    /// <summary>Remembers If-Match of a write, for the first aggregate that is found. `*` and no header ask for nothing.</summary>
    /// <exception cref="RefusedException">412: a version that was never ours cannot be the present one.</exception>
    public static void ReadIfMatch(this PlatformDb db, HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || request.Headers.IfMatch is not [{ } value] || value is "*") return;
        var bare = value.StartsWith("W/", StringComparison.Ordinal) ? value[2..] : value;
        db.MustHaveVersion = int.TryParse(bare.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version : throw new RefusedException(KernelRefusals.Stale);
    }
}
