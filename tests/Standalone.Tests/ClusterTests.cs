using Platform.Standalone.Servers;

namespace Platform.Standalone.Tests;

/// <summary>RabbitMQ's nodes, before any of them runs; ./platform chaos runs them.</summary>
public sealed class ClusterTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Nodes_HaveNamesPortsAndDataOfTheirOwn_AndServicesAreToldAll()
    {
        var (nodes, ports) = Nodes(3);
        Assert.Equal(["rabbitmq", "rabbitmq-2", "rabbitmq-3"], nodes.Select(x => x.Name));
        Assert.Equal([ports["rabbitmq"], ports["rabbitmq"] + 10, ports["rabbitmq"] + 20], nodes.Select(x => new Uri(x.Address("/")).Port));
        Assert.Equal(3, nodes.Select(x => x.Prepare().Environment["RABBITMQ_NODENAME"]).Distinct().Count());

        var connections = new Connections(new Postgres(_scratch.State, ports, new Secrets(_scratch.State), throwaway: true), nodes, new Secrets(_scratch.State), _ => null);
        Assert.Equal(nodes.Select(x => x.Address("platform")), connections.Messaging.Split(','));
    }

    [Fact]
    public void DataOfACluster_IsNotStartedAsLess()
    {
        Directory.CreateDirectory(_scratch.State.In("rabbitmq-3/mnesia"));
        Assert.Contains("3 nodes", Assert.Throws<CannotStartException>(() => Nodes(1)).Message, StringComparison.Ordinal);
        Assert.Equal(3, Nodes(3).Nodes.Count);
    }

    private (IReadOnlyList<RabbitMq> Nodes, Ports Ports) Nodes(int count)
    {
        var options = Options.Parse(["--replicas", $"rabbitmq={count}"]);
        var ports = new Ports(options);
        return (RabbitMq.Nodes(_scratch.State, ports, new Secrets(_scratch.State), options), ports);
    }
}
