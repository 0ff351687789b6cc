using Microsoft.Extensions.Configuration;

namespace Platform.Web.Gateway;

/// <summary>
/// The issuer has a public address (what browsers and tokens say); between processes the same doors are reached through
/// service discovery. Calls to the first go to the second, with the public host kept, so that Directory sees itself named rightly.
/// </summary>
public sealed class IssuerInside(IConfiguration configuration) : DelegatingHandler
{
    private readonly Uri _issuer = configuration.Issuer();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Host = _issuer.Authority;
        if (request.RequestUri is { } to && to.Authority == _issuer.Authority)
            request.RequestUri = new Uri(new Uri("http://gateway"), to.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}

/// <summary>The platform's settings that Web reads.</summary>
public static class PlatformSettings
{
    /// <summary>The gateway's public address, which is the OpenID issuer.</summary>
    public static Uri Issuer(this IConfiguration configuration) =>
        new(configuration["Platform:Issuer"] ?? "http://localhost:8081/");
}
