using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.ServiceDiscovery;
using Yarp.ReverseProxy.Transforms;

namespace Platform.Gateway;

/// <summary>Which address leads where, and which door it has. A new service is one more name here.</summary>
public static class Routes
{
    /// <summary>Services with an API under /api/v1/{name}.</summary>
    public static readonly string[] Services = ["directory", "issues", "meetings", "volunteers", "partners", "insights"];

    // The few that also answer questions over gRPC, by their service's full name.
    private static readonly (string Service, string Grpc)[] Asked =
        [("directory", "platform.directory.v1.Directory"), ("issues", "platform.issues.v1.Issues")];

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static readonly string[] SignIn = ["/connect/{**rest}", "/.well-known/{**rest}", "/account/{**rest}"];

    public static IServiceCollection AddRoutes(this IServiceCollection services)
    {
        services.AddRequestTimeouts();
        // A probe of every replica each two seconds is no news.
        services.AddLogging(log => log.AddFilter("Yarp", LogLevel.Warning)
            // Which replica is out, another category says once; this one shows where each probe failed, with its stack.
            .AddFilter("Yarp.ReverseProxy.Health.ActiveHealthCheckMonitor", LogLevel.Error));
        services.AddSingleton<IDestinationResolver, Destinations>();
        // One failed connection takes a replica out for two seconds: nobody else needs to run into it.
        services.Configure<TransportFailureRateHealthPolicyOptions>(x =>
            (x.MinimalTotalCountThreshold, x.DetectionWindowSize) = (1, TimeSpan.FromSeconds(2)));
        services.AddReverseProxy()
            .LoadFromMemory([.. Services.SelectMany(Of), Route("open311", "issues", "/open311/{**rest}", Doors.Public), .. SignIn.Select(ToDirectory), .. Asked.Select(ToGrpc)],
                [.. Services.Select(x => Cluster(x, $"http://{x}", overGrpc: false)),
                 .. Asked.Select(x => Cluster($"{x.Service}-grpc", $"http://_grpc.{x.Service}", overGrpc: true))])
            .AddTransforms(context =>
            {
                // Redirects and links that a service makes are for the reader's browser: they name the public address.
                context.AddOriginalHost();
                context.AddResponseHeaderRemove("Server", ResponseCondition.Always);
            });
        return services;
    }

    public static void MapRoutes(this WebApplication app) => app.MapReverseProxy(proxy =>
    {
        proxy.UseMiddleware<Failures>();
        proxy.UseLoadBalancing();
        proxy.UsePassiveHealthChecks();
    });

    private static IEnumerable<RouteConfig> Of(string service) =>
    [
        Route($"{service}-public", service, $"/api/v1/{service}/public/{{**rest}}", Doors.Public),
        Route(service, service, $"/api/v1/{service}/{{**rest}}", Doors.Token),
        Route($"{service}-openapi", service, $"/openapi/{service}.json", Doors.Public) with
        {
            Transforms = [new Dictionary<string, string> { ["PathSet"] = "/openapi/v1.json" }],
        },
    ];

    private static RouteConfig ToDirectory(string path) => Route($"sign-in {path}", "directory", path, "anonymous");

    private static RouteConfig ToGrpc((string Service, string Grpc) x) =>
        Route($"{x.Service}-grpc", $"{x.Service}-grpc", $"/{x.Grpc}/{{**rest}}", Doors.Token);

    private static RouteConfig Route(string id, string cluster, string path, string door) => new()
    {
        RouteId = id, ClusterId = cluster, Match = new RouteMatch { Path = path }, AuthorizationPolicy = door, Timeout = Longest,
    };

    private static ClusterConfig Cluster(string id, string address, bool overGrpc) => new()
    {
        ClusterId = id,
        Destinations = new Dictionary<string, DestinationConfig> { [id] = new() { Address = address } },
        LoadBalancingPolicy = "PowerOfTwoChoices",
        HttpRequest = new ForwarderRequestConfig
        {
            Version = overGrpc ? new Version(2, 0) : new Version(1, 1), VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            // Issues looks at every row of an uploaded sheet before it answers.
            ActivityTimeout = id is "issues" ? Longest : TimeSpan.FromSeconds(30),
        },
        HealthCheck = new HealthCheckConfig
        {
            // A service without its broker says it is not well and keeps answering what it can: while no replica is well, all are tried.
            AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
            Active = new ActiveHealthCheckConfig
            {
                Enabled = true, Interval = TimeSpan.FromSeconds(2), Timeout = TimeSpan.FromSeconds(2),
                Policy = HealthCheckConstants.ActivePolicy.ConsecutiveFailures, Path = "/health",
            },
            Passive = new PassiveHealthCheckConfig
            {
                Enabled = true, Policy = HealthCheckConstants.PassivePolicy.TransportFailureRate, ReactivationPeriod = TimeSpan.FromSeconds(2),
            },
        },
        Metadata = new Dictionary<string, string> { [TransportFailureRateHealthPolicyOptions.FailureRateLimitMetadataName] = "0.3" },
    };
}
