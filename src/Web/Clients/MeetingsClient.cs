using System.Globalization;

namespace Platform.Web.Clients.Meetings;

/// <summary>What the description cannot say: a version to be matched.</summary>
public partial class MeetingsClient
{
    /// <summary>Writes from now on count only if the thing still has this version (If-Match).</summary>
    public int? IfMatch { get; set; }

    partial void PrepareRequest(HttpClient client, HttpRequestMessage request, string url)
    {
        if (IfMatch is { } version && request.Method != HttpMethod.Get)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version.ToString(CultureInfo.InvariantCulture)}\"");
    }
}
