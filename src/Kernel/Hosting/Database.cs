using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Kernel.Data;
using Platform.Kernel.Doors;
using Platform.Kernel.Events;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;

namespace Platform.Kernel.Hosting;

/// <summary>The database of a service: pooled contexts that serve one tenant at a time, and a second account for its jobs.</summary>
internal static class Database
{
    public static IServiceCollection AddDatabase<TDb>(this IServiceCollection services, IConfiguration configuration, string service) where TDb : PlatformDb
    {
        var connections = PlatformHost.ConnectionsOf(configuration, service);
        services.AddSingleton<OutboxSignal>().AddSingleton<OutboxWaker>();
        services.AddSingleton(_ => new JobsDatabase(NpgsqlDataSource.Create(Lasting(connections.Jobs))));
        services.AddScoped<Tenant>().AddScoped<Caller>();
        var lasting = Lasting(connections.App);
        services.AddDbContextPool<TDb>((provider, options) =>
        {
            Options(options, lasting);
            options.AddInterceptors(provider.GetRequiredService<OutboxWaker>());
        });
        services.AddScoped(Served<TDb>);
        services.AddScoped<PlatformDb>(provider => provider.GetRequiredService<TDb>());
        if (typeof(TDb).IsAssignableTo(typeof(PlacesDb)))
            services.AddSingleton<StreetMemory>().AddScoped(provider => (PlacesDb)(object)provider.GetRequiredService<TDb>()).AddScoped<IStreets, StreetsFromCopies>();
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database");
        return services;
    }

    /// <summary>
    /// How a service that stays connects: what it asks often is parsed once on each connection, and planned each time for what is asked for. A plan for
    /// any values at all read a whole street where a grid was meant, and took 47 ms for 3; where the values do not matter, a question says so (<see cref="Plans.PlannedOnce"/>). What a connection was told ends with its command or
    /// transaction (<see cref="TenantLock"/>), so nothing is to be cleaned up between two who use it.
    /// </summary>
    private static string Lasting(string connection)
    {
        var asked = new NpgsqlConnectionStringBuilder(connection);
        if (asked.MaxAutoPrepare == 0) (asked.MaxAutoPrepare, asked.AutoPrepareMinUsages) = (100, 3);
        asked.NoResetOnClose = true;
        asked.Options = $"{asked.Options} -c plan_cache_mode=force_custom_plan".Trim();
        return asked.ConnectionString;
    }

    /// <summary>A context outside the container, for the steps that run before the service does.</summary>
    public static TDb Open<TDb>(string connection) where TDb : PlatformDb
    {
        var options = new DbContextOptionsBuilder<TDb>();
        Options(options, connection);
        return (TDb)Activator.CreateInstance(typeof(TDb), options.Options)!;
    }

    private static void Options(DbContextOptionsBuilder options, string connection) => options
        .UseNpgsql(connection, npgsql => npgsql.SetPostgresVersion(15, 0))
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(new PlanMode(), new TenantLock());

#pragma warning disable EF1001 // The lease, not the context, must be what the scope gives back: a context captured twice by the container would return twice.
    private static TDb Served<TDb>(IServiceProvider provider) where TDb : PlatformDb
    {
        var db = provider.GetRequiredService<IScopedDbContextLease<TDb>>().Context;
        db.Serve(provider.GetRequiredService<Tenant>(), provider.GetRequiredService<Caller>(), provider.GetRequiredService<TimeProvider>());
        if (db is PlacesDb places) places.Memory = provider.GetRequiredService<StreetMemory>();
        return db;
    }
#pragma warning restore EF1001
}
