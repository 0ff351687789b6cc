using OpenIddict.Abstractions;
using Platform.Kernel.Doors;

namespace Platform.Directory.SignIn;

/// <summary>What a token may be asked for.</summary>
internal static class Scopes
{
    /// <summary>Everything that the person may do.</summary>
    public const string Api = "api";

    private static readonly string[] Services = ["directory", "issues", "meetings", "volunteers", "partners", "insights"];

    /// <summary>What integrators get, API by API: issues.read, issues.write …</summary>
    public static string[] OfServices { get; } = [.. Services.SelectMany(x => (string[])[$"{x}.read", $"{x}.write"])];

    public static string[] All { get; } =
        [Api, ServiceToken.Scope, OpenIddictConstants.Scopes.Profile, OpenIddictConstants.Scopes.OfflineAccess, .. OfServices];
}
