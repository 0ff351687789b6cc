using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Polly;

namespace Platform.ServiceDefaults;

/// <summary>What every process has, said once: telemetry, health, discovery, resilience.</summary>
public static class Extensions
{
    /// <summary>A check with this tag decides whether a process is alive at all; without it, whether it can take work.</summary>
    public const string Live = "live";

    // What each request, query and call goes through is in its trace; as lines of a log it would hide the ones that matter. Where they are wanted,
    // Logging__LogLevel__Microsoft.AspNetCore=Information brings them back.
    private static readonly string[] Noisy = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "System.Net.Http.HttpClient", "Polly", "OpenIddict"];

    /// <summary>What is uploaded may be a file of tens of thousands of rows, looked at one by one before the answer.</summary>
    private static readonly TimeSpan Upload = TimeSpan.FromMinutes(2);

    /// <summary>Adds health checks, service discovery and resilient HTTP clients; telemetry where an OTLP endpoint is set.</summary>
    public static IHostApplicationBuilder AddServiceDefaults(this IHostApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData =
            [
                .. Noisy.Select(x => KeyValuePair.Create<string, string?>($"Logging:LogLevel:{x}", nameof(LogLevel.Warning))),
                // Each page with a form: that it may not be cached, which is as it should be.
                new("Logging:LogLevel:Microsoft.AspNetCore.Antiforgery", nameof(LogLevel.Error)),
            ],
        });
        // Where nobody is told, nothing is collected. In all processes or in none: a trace that begins in one without it is thrown away by the others.
        if (!string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) builder.AddTelemetry();

        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), [Live]);
        builder.Services.AddHostedService<MemoryOfStarting>();
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(http =>
        {
            http.AddStandardResilienceHandler(BePatient);
            http.AddServiceDiscovery();
        });
        return builder;
    }

    private static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });
        builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation()
                .AddMeter("MassTransit", "Npgsql", "Platform.*"))
            .WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation(web =>
                {
                    web.Filter = http => !IsProbe(http.Request.Path);
                    // A component that handles a form would begin a trace of its own, and the browser's request end at Web.
                    web.EnableRazorComponentsSupport = false;
                })
                .AddHttpClientInstrumentation()
                // gRPC's own span is the parent of its HTTP request's: without it that one would hang in the air.
                .AddSource("Grpc.Net.Client", "MassTransit", "Npgsql", "Yarp.ReverseProxy", "Platform.*"))
            .UseOtlpExporter();
    }

    /// <summary>GET /health: can it take work. GET /alive: is it worth keeping, or should the supervisor restart it.</summary>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        app.MapHealthChecks("/health").AllowAnonymous().DisableHttpMetrics();
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Live) })
            .AllowAnonymous().DisableHttpMetrics();
        return app;
    }

    // A process that is just restarting costs whoever asks it a moment, not a failure. Only reading is tried again: what writes may have had
    // its effect. A circuit that opens for long would keep a service away that is back already.
    private static void BePatient(HttpStandardResilienceOptions options)
    {
        options.Retry.DisableForUnsafeHttpMethods();
        options.Retry.MaxRetryAttempts = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(300);
        options.AttemptTimeout.Timeout = options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(30);
        options.AttemptTimeout.TimeoutGenerator = options.TotalRequestTimeout.TimeoutGenerator = x => ValueTask.FromResult(
            x.Context.GetRequestMessage()?.Content is MultipartContent ? Upload : options.AttemptTimeout.Timeout);
        options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(60);
        options.CircuitBreaker.BreakDuration = TimeSpan.FromSeconds(1);
    }

    private static bool IsProbe(string? path) => path is "/health" or "/alive";
}
