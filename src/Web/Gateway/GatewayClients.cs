using Platform.Kernel.Time;

namespace Platform.Web.Gateway;

/// <summary>The one way from Web to the platform: its public API, through the gateway, as the person who is signed in.</summary>
public static class GatewayClients
{
    /// <summary>The named client every call to the platform goes through.</summary>
    public const string Name = "gateway";

    /// <summary>For sign-in itself: no access token is attached, and the issuer's public address is reached inside.</summary>
    public const string Backchannel = "gateway-backchannel";

    public static void AddGateway(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddSingleton<TimeProvider>(PlatformClock.From(builder.Configuration));
        services.AddTransient<AsSignedInPerson>();
        services.AddTransient<AsSeen>();
        services.AddTransient<IssuerInside>();
        services.AddHttpClient(Name, At).Outermost<AsSignedInPerson>();
        services.AddGatewayClient<Clients.Directory.DirectoryClient>();
        services.AddGatewayClient<Clients.Insights.InsightsClient>();
        services.AddGatewayClient<Clients.Issues.IssuesClient>();
        services.AddGatewayClient<Clients.Volunteers.VolunteersClient>();
        services.AddGatewayClient<Clients.Partners.PartnersClient>();
        services.AddScoped<FromDirectory>();
        services.AddScoped<Myself>();
        services.AddHttpClient(Backchannel, At).Outermost<IssuerInside>();
        services.AddGatewayClient<Clients.Meetings.MeetingsClient>();
    }

    /// <summary>Registers a generated client (src/Web/Clients) that takes an <see cref="HttpClient"/>.</summary>
    public static void AddGatewayClient<TClient>(this IServiceCollection services) where TClient : class =>
        services.AddHttpClient<TClient>(At).Outermost<AsSignedInPerson>().Outermost<AsSeen>();

    // Before discovery, which resolves the rewritten address, and before retries, which must all carry one idempotency key.
    private static IHttpClientBuilder Outermost<THandler>(this IHttpClientBuilder http) where THandler : DelegatingHandler =>
        http.ConfigureAdditionalHttpMessageHandlers((handlers, services) => handlers.Insert(0, services.GetRequiredService<THandler>()));

    private static void At(HttpClient http)
    {
        http.BaseAddress = new Uri("http://gateway");
        // The net below: how long an answer may take is said where resilience is.
        http.Timeout = TimeSpan.FromSeconds(130);
    }
}
