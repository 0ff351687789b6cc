using Platform.Issues.Open311;

namespace Platform.Issues.Features;

/// <summary>Open311's service discovery: where the endpoint is, for clients that look for it. The same for all streets.</summary>
public static class DiscoverOpen311
{
    // When the endpoint last changed in a way that clients see.
    private const string Changeset = "2026-11-24T00:00:00+08:00";

    public static IResult Handle(string format, IConfiguration configuration)
    {
        var gateway = configuration["Platform:Issuer"]!.TrimEnd('/');
        return new GeoReport("discovery", new DiscoveryView(
            Changeset, Requests.Say("Discovery.Contact"), Requests.Say("Discovery.Keys"),
            [new EndpointView("http://wiki.open311.org/GeoReport_v2", $"{gateway}/open311/v2", Changeset, "production", ["text/xml", "application/json"])]));
    }
}
