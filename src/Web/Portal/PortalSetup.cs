namespace Platform.Web.Portal;

/// <summary>What the portal needs of the host.</summary>
public static class PortalSetup
{
    public static void AddPortal(this IServiceCollection services)
    {
        services.AddMemoryCache();
        services.AddScoped<Streets>();
        services.AddScoped<ThisStreet>();
        services.AddRenderedOnce();
    }
}
