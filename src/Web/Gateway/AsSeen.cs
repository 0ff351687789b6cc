using System.Globalization;
using System.Net.Http.Headers;

namespace Platform.Web.Gateway;

/// <summary>Keeps what was read for a page, with its ETag, and lets what a form does count only for that version (If-Match).</summary>
public sealed class AsSeen(IHttpContextAccessor accessor) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (accessor.HttpContext is not { } context) return await base.SendAsync(request, cancellationToken);
        var (address, reads) = (request.RequestUri!.AbsolutePath, request.Method == HttpMethod.Get);
        var seen = reads || request.Headers.IfMatch.Count > 0 ? null : Seen.InForm(context).Under(address);
        if (seen is { Version: var known }) request.Headers.IfMatch.Add(new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{known}\"")));

        var answer = await base.SendAsync(request, cancellationToken);
        if (!answer.IsSuccessStatusCode) return answer;
        if (seen is { Address: var changed }) Seen.InForm(context).Forget(changed);
        if (reads && answer.Headers.ETag is { Tag: var tag } && int.TryParse(tag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            Seen.By(context).Note(address, version);
        return answer;
    }
}
