using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Platform.Web.Gateway;

namespace Platform.Web.SignIn;

/// <summary>
/// An access token that is about to expire is renewed while the page is asked for. A refresh that is refused signs the person out
/// (the account may be gone); one that gets no answer leaves them signed in, and the page will say that the service is away.
/// </summary>
public sealed class TokenRefresh(IHttpClientFactory http, TimeProvider clock, ILogger<TokenRefresh> log)
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);

    public async Task Check(CookieValidatePrincipalContext context)
    {
        var ticket = context.Properties;
        if (!DateTimeOffset.TryParse(ticket.GetTokenValue("expires_at"), CultureInfo.InvariantCulture, out var expires)
            || expires - Early > clock.GetUtcNow())
            return;
        if (ticket.GetTokenValue("refresh_token") is not { } refresh)
        {
            await Leave(context);
            return;
        }
        try
        {
            using var answer = await Ask(refresh, context.HttpContext.RequestAborted);
            if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized)
            {
                await Leave(context);
                return;
            }
            answer.EnsureSuccessStatusCode();
            (await answer.Content.ReadFromJsonAsync<Tokens>())!.PutInto(ticket, clock.GetUtcNow());
            context.ShouldRenew = true;
        }
        catch (Exception e) when (e.IsAway() || e is HttpRequestException)
        {
            log.LogWarning(e, "The access token could not be renewed now");
        }
    }

    private async Task<HttpResponseMessage> Ask(string refresh, CancellationToken ct)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token", ["client_id"] = SignInSetup.ClientId, ["refresh_token"] = refresh,
        });
        return await http.CreateClient(GatewayClients.Backchannel).PostAsync("/connect/token", form, ct);
    }

    private static async Task Leave(CookieValidatePrincipalContext context)
    {
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }
}
