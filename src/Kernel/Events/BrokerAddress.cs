using MassTransit;
using RabbitMQ.Client;

namespace Platform.Kernel.Events;

/// <summary>Where the broker's nodes are, all with one account and virtual host; also for asking it without the bus.</summary>
internal sealed record BrokerAddress(IReadOnlyList<Uri> Nodes)
{
    /// <summary>amqp://account@host:port/virtual-host, once or with commas between.</summary>
    public static BrokerAddress Parse(string messaging) =>
        new([.. messaging.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(x => new Uri(x))]);

    /// <summary>Tells a bus where they are.</summary>
    public void IsHost(IRabbitMqBusFactoryConfigurator bus) => bus.Host(Nodes[0], host =>
    {
        // A node whose machine is gone says no goodbye: noticed after twenty seconds, not two minutes.
        host.Heartbeat(TimeSpan.FromSeconds(10));
        if (Nodes.Count > 1)
            host.UseCluster(cluster => { foreach (var node in Nodes) cluster.Node($"{node.Host}:{node.Port}"); });
    });

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
            catch (Exception away) when (away is not OperationCanceledException)
            {
                continue;
            }

        return false;
    }
}
