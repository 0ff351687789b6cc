namespace Platform.Web.Kit;

/// <summary>The output of <c>dotnet build</c> serves its assets as a published one would: fingerprinted, compressed, cached for a year.</summary>
public static class BuiltAssets
{
    public static void UseBuiltAssets(this IWebHostBuilder host) => host
        .UseStaticWebAssets()
        .UseSetting("ReloadStaticAssetsAtRuntime", "false")
        .UseSetting("EnableStaticAssetsDevelopmentCaching", "true");
}
