using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication;
using Platform.Web.SignIn;

namespace Platform.Web.Gateway;

/// <summary>
/// Gives each call what the reader brought: their access token, their language, and the key of the form they sent, so that
/// pressing a button twice has effect once. The n-th POST of one submission always gets the same key. A token that is no longer taken is
/// renewed once: whoever typed for half an hour does not lose it to a sign-in page.
/// </summary>
public sealed class AsSignedInPerson(IHttpContextAccessor accessor) : DelegatingHandler
{
    /// <summary>The hidden field that PostForm writes.</summary>
    public const string KeyField = "_once";

    private static readonly object Posts = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(CultureInfo.CurrentUICulture.Name));
        if (accessor.HttpContext is not { } context) return await base.SendAsync(request, cancellationToken);

        var token = request.Headers.Authorization is null ? await context.GetTokenAsync("access_token") : null;
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        // Whom we ask for: the gateway counts each visitor's requests, not ours.
        if (context.Connection.RemoteIpAddress is { } visitor) request.Headers.TryAddWithoutValidation("X-Forwarded-For", visitor.ToString());
        if (request.Method == HttpMethod.Post && !request.Headers.Contains("Idempotency-Key"))
            request.Headers.Add("Idempotency-Key", KeyOf(context));

        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.StatusCode is not HttpStatusCode.Unauthorized || token is null) return answer;
        if (await context.RequestServices.GetRequiredService<TokenRefresh>().Instead(context, token) is not { } another) return answer;
        answer.Dispose();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", another);
        return await base.SendAsync(request, cancellationToken);
    }

    private static string KeyOf(HttpContext context)
    {
        if (!context.Request.HasFormContentType || !Guid.TryParse(context.Request.Form[KeyField], out var key))
            return Guid.CreateVersion7().ToString();
        var n = context.Items.TryGetValue(Posts, out var before) ? (int)before! + 1 : 0;
        context.Items[Posts] = n;
        return $"{key}-{n}";
    }
}
