using System.Reflection;
using MassTransit;
using MassTransit.DependencyInjection;
using MassTransit.RabbitMqTransport.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Platform.Kernel.Doors;
using Platform.ServiceDefaults;

namespace Platform.Kernel.Events;

/// <summary>MassTransit over RabbitMQ, set up once for every service: one quorum queue for its reactions.</summary>
public static class Bus
{
    private static readonly TimeSpan[] ShortRetries =
        [.. new[] { 50, 200, 500, 1_000, 3_000 }.Select(x => TimeSpan.FromMilliseconds(x))];

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private const int Day = 24 * 60 * 60;

    /// <param name="services">The host's services.</param>
    /// <param name="service">The service's name, which is its queue's.</param>
    /// <param name="messaging">The broker's amqp address; of a cluster, its nodes' addresses with commas between.</param>
    /// <param name="reactions">The reactions of the service.</param>
    /// <param name="onlyDeclare">The migration step: declare exchanges, queue and bindings, and consume nothing.</param>
    public static void AddBus(this IServiceCollection services, string service, string messaging, IReadOnlyList<Type> reactions, bool onlyDeclare)
    {
        var broker = BrokerAddress.Parse(messaging);
        services.AddSingleton(broker).AddSingleton<RelayBus>().AddSingleton<RelayState>().AddSingleton<BusDelivers>().AddSingleton<Groups>();
        services.AddHealthChecks().AddCheck<BusIsWell>("bus").AddCheck<BusDelivers>("bus-delivers", tags: [Extensions.Live]);
        services.AddMassTransit(x =>
        {
            x.DisableUsageTelemetry();
            foreach (var reaction in reactions) x.AddConsumer(reaction);
            if (!onlyDeclare) x.AddConsumer<WhenMembershipChanged>();
        });
        // It would start the one bus for good; ours is started, and started anew, by HearingBus.
        services.Remove(services.Single(x => x.ImplementationType == typeof(MassTransitHostedService)));
        // Nothing publishes by way of it but the relay, which has its own.
        services.RemoveAll<IScopedBusContextProvider<IBus>>();
        services.AddSingleton(provider => new HearingBus(
            line => new RabbitMqRegistrationBusFactory((context, bus) =>
                {
                    broker.IsHost(bus, line);
                    Configure(context, bus, service, reactions, onlyDeclare);
                })
                .CreateBus(provider.GetRequiredService<IBusRegistrationContext>(), [], "").BusControl,
            broker, provider.GetRequiredService<ILogger<HearingBus>>()));
        if (!onlyDeclare) services.AddHostedService(x => x.GetRequiredService<HearingBus>());
    }

    private static void Configure(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator bus, string service, IReadOnlyList<Type> reactions, bool onlyDeclare)
    {
        bus.DeployTopologyOnly = onlyDeclare;
        if (reactions.Count > 0)
            bus.ReceiveEndpoint(service, queue =>
            {
                queue.SetQuorumQueue();
                // Queues of one node are led by different nodes: see "Leaders" in the README's decisions.
                queue.SetQueueArgument("x-queue-leader-locator", "balanced");
                queue.PrefetchCount = 32;
                // A database that is away is no fault of the fact's: it waits here for a day, and the rest behind it.
                queue.UseMessageRetry(retry => { retry.Interval(Day, Second); retry.Handle<Exception>(Refusals.RefusedToProblem.OfOurDatabase); });
                // Waiting changes nothing about what the domain refuses: straight to the error queue.
                queue.UseMessageRetry(retry =>
                {
                    retry.Intervals(ShortRetries);
                    retry.Ignore<Refusals.RefusedException>();
                    retry.Ignore<Exception>(Refusals.RefusedToProblem.OfOurDatabase);
                });
                foreach (var reaction in reactions) queue.ConfigureConsumer(context, reaction);
            });
        if (!onlyDeclare)
            bus.ReceiveEndpoint(new TemporaryEndpointDefinition($"{service}-rights"), queue => queue.ConfigureConsumer<WhenMembershipChanged>(context));
    }

    /// <summary>The reactions of an assembly.</summary>
    public static IReadOnlyList<Type> ReactionsIn(Assembly assembly) =>
        [.. assembly.GetTypes().Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false } && t.IsAssignableTo(typeof(IReaction)))];
}
