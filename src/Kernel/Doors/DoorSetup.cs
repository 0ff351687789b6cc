using Grpc.Core;
using Grpc.Net.Client.Configuration;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Platform.Kernel.Doors;

/// <summary>Token validation and rights, the same in every service and at the gateway.</summary>
public static class DoorSetup
{
    public const string Audience = "platform";

    /// <summary>Validates tokens of Platform:Issuer. Keys are fetched from Directory itself, since the issuer's address may not be reachable from inside.</summary>
    public static IServiceCollection AddTokenValidation(this IServiceCollection services, IConfiguration configuration)
    {
        var issuer = configuration["Platform:Issuer"] ?? throw new InvalidOperationException("Platform:Issuer is not set.");
        services.AddHttpClient("directory-token", http => http.BaseAddress = new Uri("http://directory/"));
        services.AddAuthentication("Bearer").AddJwtBearer("Bearer", options =>
        {
            options.MapInboundClaims = false;
            options.TokenValidationParameters.ValidTypes = ["at+jwt"];
            options.TokenValidationParameters.ValidIssuer = issuer;
            options.TokenValidationParameters.ValidAudience = Audience;
            options.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
        });
        services.AddOptions<JwtBearerOptions>("Bearer").Configure<IHttpClientFactory, TimeProvider>((options, clients, clock) =>
        {
            options.ConfigurationManager ??= new ConfigurationManager<OpenIdConnectConfiguration>(
                "http://directory/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(),
                new FromDirectory(clients, new Uri(issuer)));
            options.TokenHandlers.Clear();
            options.TokenHandlers.Add(new RememberedTokens(clock));
            // Tokens live by the platform's clock, like everything else.
            options.TokenValidationParameters.LifetimeValidator = (from, until, _, parameters) =>
                until + parameters.ClockSkew > clock.GetUtcNow().UtcDateTime && !(from - parameters.ClockSkew > clock.GetUtcNow().UtcDateTime);
        });
        return services;
    }

    /// <summary>Doors for a service: who may pass is asked of Directory over gRPC.</summary>
    internal static IServiceCollection AddDoors(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddTokenValidation(configuration);
        services.AddAuthorization();
        services.AddScoped<IAuthorizationHandler, DoorHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ClosedDoors>();
        services.AddSingleton<MembershipMemory>();
        services.AddSingleton(new ServiceSecret(configuration["Platform:KeyDirectory"])).AddSingleton<ServiceTokenSource>();
        services.AddScoped<ServiceToken>();
        services.TryAddScoped<IMemberships, MembershipsFromDirectory>();
        services.AddPlatformGrpcClient<Contracts.Directory.Grpc.V1.Directory.DirectoryClient>("directory");
        return services;
    }

    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(5);

    // A question changes nothing, so it is asked again of a service that is just restarting.
    private static readonly ServiceConfig AskAgain = new()
    {
        MethodConfigs =
        {
            new MethodConfig
            {
                Names = { MethodName.Default },
                RetryPolicy = new RetryPolicy
                {
                    MaxAttempts = 4, InitialBackoff = TimeSpan.FromMilliseconds(200), MaxBackoff = TimeSpan.FromSeconds(1), BackoffMultiplier = 2,
                    RetryableStatusCodes = { StatusCode.Unavailable },
                },
            },
        },
    };

    /// <summary>
    /// A gRPC client of another service, at its h2c endpoint, with the caller's token or the service's own. A question has its answer within
    /// 5 seconds, or the request ends with 503.
    /// </summary>
    public static IServiceCollection AddPlatformGrpcClient<TClient>(this IServiceCollection services, string service) where TClient : Grpc.Core.ClientBase
    {
        services.AddGrpcClient<TClient>(options =>
            {
                options.Address = new Uri($"http://_grpc.{service}");
                // Waiting is real time, also where the platform's clock is set ahead.
                options.CallOptionsActions.Add(call => call.CallOptions = call.CallOptions.WithDeadline(TimeProvider.System.GetUtcNow().UtcDateTime + Answer));
            })
            .AddCallCredentials(async (_, metadata, provider) => await provider.GetRequiredService<ServiceToken>().Add(metadata))
            .ConfigureChannel(channel => (channel.UnsafeUseInsecureChannelCallCredentials, channel.ServiceConfig) = (true, AskAgain))
            .EnableCallContextPropagation(options => options.SuppressContextNotFoundErrors = true);
        return services;
    }

    // The published addresses are the issuer's; inside, the same paths are Directory's.
    private sealed class FromDirectory(IHttpClientFactory clients, Uri issuer) : IDocumentRetriever
    {
        public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
        {
            using var http = clients.CreateClient("directory-token");
            var asked = new Uri(address);
            var inside = asked.Authority == issuer.Authority ? new Uri(http.BaseAddress!, asked.PathAndQuery) : asked;
            return await http.GetStringAsync(inside, cancel);
        }
    }
}
