using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace Platform.Gateway;

/// <summary>
/// Where the replicas of a service are: services:{name}:{endpoint}:0, :1, … of the configuration, the same that the services find each other
/// by. A changed configuration is followed at once.
/// </summary>
internal sealed class Destinations(IConfiguration configuration) : IDestinationResolver
{
    public ValueTask<ResolvedDestinationCollection> ResolveDestinationsAsync(
        IReadOnlyDictionary<string, DestinationConfig> destinations, CancellationToken cancellationToken)
    {
        // The token first: a change while we read is then seen by the next reading.
        var changed = configuration.GetReloadToken();
        var found = destinations.Values.SelectMany(Replicas).ToDictionary(x => x.Key, x => x.Value);
        return ValueTask.FromResult(new ResolvedDestinationCollection(found, changed));
    }

    private IEnumerable<KeyValuePair<string, DestinationConfig>> Replicas(DestinationConfig named)
    {
        // http://issues, or http://_grpc.issues
        var host = new Uri(named.Address).Host;
        var (endpoint, service) = host.Split('.') is [['_', .. var name], var rest] ? (name, rest) : ("http", host);
        return configuration.GetSection($"services:{service}:{endpoint}").GetChildren()
            .Where(x => !string.IsNullOrEmpty(x.Value))
            .Select(x => KeyValuePair.Create($"{host}/{x.Key}", named with { Address = x.Value! }));
    }
}
