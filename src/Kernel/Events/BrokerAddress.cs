using MassTransit;
using RabbitMQ.Client;

namespace Platform.Kernel.Events;

/// <summary>Where the broker's nodes are, all with one account and virtual host; also for asking it without the bus.</summary>
internal sealed record BrokerAddress(IReadOnlyList<Uri> Nodes)
{
    /// <summary>amqp://account@host:port/virtual-host, once or with commas between.</summary>
    public static BrokerAddress Parse(string messaging) =>
        new([.. messaging.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(x => new Uri(x))]);

    /// <summary>
    /// Tells a bus where they are, and by which line to go there. MassTransit's own cluster setting names one node a try, a fresh bus always the
    /// first, and waits between tries: with that node lost it would not find the others for half a minute. Here each try asks all of them.
    /// </summary>
    public void IsHost(IRabbitMqBusFactoryConfigurator bus, Line line) => bus.Host(Nodes[0], host =>
    {
        // A node whose machine is gone says no goodbye: noticed after twenty seconds, not two minutes.
        host.Heartbeat(TimeSpan.FromSeconds(10));
        host.OnRefreshConnectionFactory = factory =>
        {
            factory.SocketFactory = line.Open;
            factory.EndpointResolverFactory = first => new DefaultEndpointResolver(Nodes.Select(node => At(first.First(), node)));
            return line.IsWanted();
        };
    });

    // With TLS, or without, as the first.
    private static AmqpTcpEndpoint At(AmqpTcpEndpoint first, Uri node)
    {
        var there = first.CloneWithHostname(node.Host);
        if (node.Port > 0) there.Port = node.Port;
        return there;
    }

    /// <summary>Whether any node takes a new connection.</summary>
    public async Task<bool> TakesConnections(CancellationToken ct)
    {
        foreach (var node in Nodes)
            try
            {
                var factory = new ConnectionFactory { Uri = node, AutomaticRecoveryEnabled = false, RequestedConnectionTimeout = TimeSpan.FromSeconds(2) };
                await using var connection = await factory.CreateConnectionAsync("alive?", ct);
                return true;
            }
            catch (Exception) when (!ct.IsCancellationRequested)
            {
                continue;
            }

        return false;
    }
}
