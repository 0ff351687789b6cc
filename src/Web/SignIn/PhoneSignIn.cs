using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.IdentityModel.JsonWebTokens;
using Platform.Web.Clients;
using Platform.Web.Gateway;

namespace Platform.Web.SignIn;

/// <summary>A resident without an account signs in with a phone number and the code sent to it.</summary>
public sealed class PhoneSignIn(IHttpClientFactory http, TimeProvider clock)
{
    private const string Grant = "urn:platform:phone-code";

    /// <summary>Has a code sent. The answer carries it only on a demonstration system.</summary>
    public async Task<string?> SendCode(string street, string phone, CancellationToken ct)
    {
        using var answer = await http.CreateClient(GatewayClients.Name).PostAsJsonAsync(
            $"/api/v1/directory/public/{Uri.EscapeDataString(street)}/codes", new { phone }, ct);
        return (await answer.Read<CodeSent>(ct)).DemoCode;
    }

    /// <summary>Trades the code for tokens and signs the browser in. A wrong code is an <see cref="ApiException"/> of status 400.</summary>
    public async Task SignIn(HttpContext context, string street, string phone, string code, CancellationToken ct)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = Grant, ["client_id"] = SignInSetup.ClientId, ["street"] = street,
            ["phone"] = phone, ["code"] = code, ["scope"] = "api offline_access",
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token") { Content = form };
        request.Headers.AcceptLanguage.ParseAdd(System.Globalization.CultureInfo.CurrentUICulture.Name);
        using var answer = await http.CreateClient(GatewayClients.Backchannel).SendAsync(request, ct);
        await ThrowIfRefused(answer, ct);
        var tokens = await answer.Read<Tokens>(ct);

        var ticket = new AuthenticationProperties { IsPersistent = true };
        tokens.PutInto(ticket, clock.GetUtcNow());
        // Straight from the issuer over our own channel, so the claims are believed as they stand; every service checks the signature.
        var claims = new JsonWebToken(tokens.AccessToken).Claims;
        var person = new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme, "name", "role");
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(person), ticket);
    }

    // The token door refuses as OAuth does ({error, error_description}), not as problem details.
    private static async Task ThrowIfRefused(HttpResponseMessage answer, CancellationToken ct)
    {
        if ((int)answer.StatusCode is not (400 or 401)) return;
        var text = await answer.Content.ReadAsStringAsync(ct);
        var said = Description(text);
        throw new ApiException<ProblemDetails>("The code was refused.", 400, text,
            new Dictionary<string, IEnumerable<string>>(), new ProblemDetails { Title = said, Status = 400 }, null);
    }

    private static string? Description(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.TryGetProperty("error_description", out var said) ? said.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record CodeSent(string? DemoCode);
}
