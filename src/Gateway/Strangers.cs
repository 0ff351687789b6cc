using Microsoft.AspNetCore.HttpOverrides;
using Platform.Kernel.Doors;
using Platform.Kernel.Http;
using IPNetwork = System.Net.IPNetwork;

namespace Platform.Gateway;

/// <summary>
/// What comes from outside is not believed: headers that the inside trusts are taken off, and what a browser should be told about our
/// answers is put on.
/// </summary>
internal static class Strangers
{
    private static readonly string[] OnlyOurs = [ServiceToken.TenantHeader, "Forwarded", "X-Real-IP"];

    public static IServiceCollection AddStrangers(this IServiceCollection services, IConfiguration configuration)
    {
        // Web and an ingress on this machine say whom they ask for; others must be named.
        var trusted = configuration.GetSection("Gateway:TrustedProxies").Get<string[]>() ?? ["127.0.0.0/8", "::1/128"];
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var network in trusted) options.KnownIPNetworks.Add(IPNetwork.Parse(network));
        });
        return services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(configuration.GetSection("Gateway:Cors:Origins").Get<string[]>() ?? [])
            .AllowAnyMethod().AllowAnyHeader().WithExposedHeaders("ETag", "Location", "Retry-After")));
    }

    public static void UseStrangers(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.Use((context, next) =>
        {
            foreach (var name in OnlyOurs) context.Request.Headers.Remove(name);
            foreach (var name in context.Request.Headers.Keys.Where(IsForwarding).ToList()) context.Request.Headers.Remove(name);
            context.Response.OnStarting(Dress, context.Response);
            return next(context);
        });
    }

    private static bool IsForwarding(string name) =>
        name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase);

    private static Task Dress(object state)
    {
        var response = (HttpResponse)state;
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.TryAdd("X-Frame-Options", "DENY");
        headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
        if (response.HttpContext.Request.IsHttps) headers.TryAdd("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        if (response.HttpContext.Request.Path is var path && !path.StartsWithSegments("/api") && !path.StartsWithSegments(GeoReportErrors.Root)) return Task.CompletedTask;
        headers.TryAdd("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        // Answers to somebody are nobody else's: no cache on the way may keep them.
        headers.TryAdd("Cache-Control", "no-store");
        return Task.CompletedTask;
    }
}
