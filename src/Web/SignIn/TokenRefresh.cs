using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Platform.Web.Gateway;

namespace Platform.Web.SignIn;

/// <summary>
/// An access token that is about to expire is renewed while the page is asked for, and one that the gateway no longer takes is renewed once on the
/// spot. A refresh that is refused signs the person out (the account may be gone); one that gets no answer leaves them signed in, and the page will
/// say that the service is away.
/// </summary>
public sealed class TokenRefresh(IHttpClientFactory http, TimeProvider clock, ILogger<TokenRefresh> log) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>With each request of someone signed in.</summary>
    public async Task Check(CookieValidatePrincipalContext context)
    {
        var ticket = context.Properties;
        if (!DateTimeOffset.TryParse(ticket.GetTokenValue("expires_at"), CultureInfo.InvariantCulture, out var expires)
            || expires - Early > clock.GetUtcNow())
            return;
        switch (await Renew(ticket, context.HttpContext.RequestAborted))
        {
            case Outcome.Renewed: context.ShouldRenew = true; break;
            case Outcome.Refused:
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
                break;
        }
    }

    /// <summary>The gateway answered 401 to this token. Another one, if there is one to be had; the browser is given it with the page.</summary>
    public async Task<string?> Instead(HttpContext context, string refused)
    {
        await _oneAtATime.WaitAsync(context.RequestAborted);
        try
        {
            if (await context.AuthenticateAsync() is not { Principal: { } person, Properties: { } ticket } || context.Response.HasStarted) return null;
            // Several calls of one page are refused at once: the first one renews for all.
            if (ticket.GetTokenValue("access_token") is { } newer && newer != refused) return newer;
            if (await Renew(ticket, context.RequestAborted) is not Outcome.Renewed) return null;
            await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, person, ticket);
            return ticket.GetTokenValue("access_token");
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<Outcome> Renew(AuthenticationProperties ticket, CancellationToken ct)
    {
        if (ticket.GetTokenValue("refresh_token") is not { } refresh) return Outcome.Refused;
        try
        {
            using var answer = await Ask(refresh, ct);
            if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized) return Outcome.Refused;
            answer.EnsureSuccessStatusCode();
            (await answer.Content.ReadFromJsonAsync<Tokens>(ct))!.PutInto(ticket, clock.GetUtcNow());
            return Outcome.Renewed;
        }
        catch (Exception e) when (e.IsAway() || e is HttpRequestException)
        {
            log.LogWarning(e, "The access token could not be renewed now");
            return Outcome.NoAnswer;
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

    private enum Outcome { Renewed, Refused, NoAnswer }
}
