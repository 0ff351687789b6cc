using System.Resources;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Attachments;
using Platform.Kernel.Data;
using Platform.Kernel.Doors;
using Platform.Kernel.Events;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Time;
using Platform.ServiceDefaults;

namespace Platform.Kernel.Hosting;

/// <summary>Composes a service: what every one of them has, in one place.</summary>
public static class PlatformHost
{
    /// <summary>Adds everything a service with a database needs. AddValidation() is the service's own call: its generator looks at the caller's types.</summary>
    /// <param name="builder">The service's host.</param>
    /// <param name="service">Its name, lower-case: its queue, its database (name + db), its part of the addresses.</param>
    /// <typeparam name="TDb">Its database.</typeparam>
    public static WebApplicationBuilder AddPlatform<TDb>(this WebApplicationBuilder builder, string service) where TDb : PlatformDb
    {
        builder.AddServiceDefaults();
        var (services, configuration, assembly) = (builder.Services, builder.Configuration, typeof(TDb).Assembly);
        services.AddSingleton(new ServiceName(service));
        services.AddSingleton<TimeProvider>(PlatformClock.From(configuration, service));
        services.AddSingleton(_ => Phones.From(configuration));
        services.AddSingleton(new ResourceManager($"{assembly.GetName().Name}.RefusalTexts", assembly)).AddSingleton<RefusalTexts>();
        services.AddPlatformProblems().AddHttpContextAccessor().AddMemoryCache().AddAttachments(configuration);
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = 12 * 1024 * 1024);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            // A number in quotes is a mistake, and would be described as "integer or string".
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddDatabase<TDb>(configuration, service);
        services.AddDoors(configuration);
        services.AddPlatformOpenApi(service, assembly);
        services.AddGrpc(grpc => grpc.Interceptors.Add<RefusedToStatus>());

        var mode = Mode.Of(configuration);
        services.AddSingleton(mode);
        if (mode.Describing is not null) return builder;
        var reactions = Bus.ReactionsIn(assembly).ToList();
        if (typeof(TDb).IsAssignableTo(typeof(PlacesDb))) reactions.AddRange([typeof(WhenTenantConfigured), typeof(WhenAreaChanged)]);
        services.AddBus(service, Connection(configuration, "messaging"), reactions, onlyDeclare: mode.Migrating);
        if (!mode.Migrating) services.AddHostedService<OutboxRelay>().AddHostedService<Housekeeping>();
        return builder;
    }

    /// <summary>The pipeline of every service, in the order that its parts rely on.</summary>
    public static WebApplication UsePlatform(this WebApplication app)
    {
        app.UseMiddleware<LateAbort>();
        app.UseRequestLocalization(options =>
        {
            options.SetDefaultCulture("zh-CN").AddSupportedCultures("zh-CN", "en").AddSupportedUICultures("zh-CN", "en");
            options.ApplyCurrentCultureToResponseHeaders = true;
        });
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<EnterByToken>();
        app.UseAuthorization();
        app.Use((context, next) =>
        {
            context.RequestServices.GetRequiredService<PlatformDb>().ReadIfMatch(context.Request);
            return next(context);
        });
        app.UseWhen(x => x.GetEndpoint()?.Metadata.GetMetadata<DoorAttribute>() is not null, doors =>
        {
            doors.UseMiddleware<Idempotency>();
            // Inside, so that a refusal is an answer which the key remembers.
            doors.UseExceptionHandler();
            doors.UseKnownCharset();
        });
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapDefaultEndpoints();
        return app;
    }

    /// <summary>Runs the service; with --migrate its migration step, with --openapi FILE the writing of its description.</summary>
    /// <param name="app">The composed service.</param>
    /// <param name="seed">What the migration step must put in, in a scope of its own, safe to repeat.</param>
    /// <typeparam name="TDb">Its database.</typeparam>
    public static async Task RunPlatform<TDb>(this WebApplication app, Func<IServiceProvider, CancellationToken, Task>? seed = null) where TDb : PlatformDb
    {
        var mode = app.Services.GetRequiredService<Mode>();
        if (mode.Describing is { } file) await app.WriteDescription(file);
        else if (mode.Migrating) await app.RunMigrationStep<TDb>(seed);
        else await app.RunAsync();
    }

    /// <summary>The service's connection strings; the last one is there in the migration step only.</summary>
    internal static Connections ConnectionsOf(IConfiguration configuration, string service) => new(
        Connection(configuration, $"{service}db"), Connection(configuration, $"{service}db-jobs"),
        configuration.GetConnectionString($"{service}db-admin") ?? "");

    internal static string Connection(IConfiguration configuration, string name) =>
        configuration.GetConnectionString(name) ?? throw new InvalidOperationException($"ConnectionStrings:{name} is not set.");
}
