using System.Collections;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Platform.Standalone;

/// <summary>Which port everything listens on: the defaults, changed by option or environment, or any that are free.</summary>
public sealed class Ports
{
    private readonly Dictionary<string, int> _ports = new(TheSystem.ServerPorts);

    /// <summary>Chooses a port for each server and each replica of each service.</summary>
    public Ports(Options options)
    {
        foreach (var service in TheSystem.Services)
        {
            var replicas = options.Replicas.GetValueOrDefault(service.Name, 1);
            // A replica takes the next pair within the service's ten: issues 8111/8112, 8113/8114, ...
            for (var replica = 0; replica < replicas; replica++)
            {
                _ports[Http(service, replica)] = service.Http + 2 * replica;
                if (service.Grpc is { } grpc) _ports[Grpc(service, replica)] = grpc + 2 * replica;
            }
        }

        // More nodes of the broker lie ten and twenty above the first: 15673, 15683, 15693.
        foreach (var name in (string[])["rabbitmq", "rabbitmq-management", "rabbitmq-distribution"])
            for (var node = 1; node < options.Replicas.GetValueOrDefault("rabbitmq", 1); node++)
                _ports[Replica(name, node)] = _ports[name] + 10 * node;

        CheckReplicas(options);
        if (options.RandomPorts) TakeFreeOnes();
        foreach (var (name, port) in FromEnvironment().Concat(options.Ports))
        {
            if (!_ports.ContainsKey(name))
                throw new CannotStartException($"There is no port named '{name}'; there are {string.Join(", ", _ports.Keys)}.");
            _ports[name] = port;
        }
    }

    /// <summary>The port of that name.</summary>
    public int this[string name] => _ports[name];

    /// <summary>Name of a service's HTTP port.</summary>
    public static string Http(Service service, int replica) => Replica(service.Name, replica);

    /// <summary>Name of a service's gRPC port.</summary>
    public static string Grpc(Service service, int replica) => Replica(service.Name + "-grpc", replica);

    /// <summary>Refuses to start over somebody else's port: names the port and who holds it.</summary>
    public void RequireFree(IEnumerable<string> names)
    {
        foreach (var name in names)
            if (!IsFree(_ports[name]))
                throw new CannotStartException(
                    $"Port {_ports[name]}, wanted for {name}, is taken by {PortHolder.Of(_ports[name])}. " +
                    $"Stop that, or choose another: ./platform up --port {name}=NUMBER");
    }

    /// <summary>issues, issues-2, ...: how the copies of something are named.</summary>
    public static string Replica(string name, int replica) =>
        replica == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{replica + 1}");

    private static void CheckReplicas(Options options)
    {
        foreach (var (name, count) in options.Replicas)
        {
            if (name == "rabbitmq")
            {
                if (count is not (1 or 3 or 5)) throw new CannotStartException("RabbitMQ runs as 1, 3 or 5 nodes: a majority of them must agree.");
                continue;
            }

            var service = TheSystem.Services.FirstOrDefault(x => x.Name == name)
                ?? throw new CannotStartException($"There is no service '{name}'; there are {string.Join(", ", TheSystem.Services.Select(x => x.Name))}.");
            if (count > 1 && !service.MayBeReplicated)
                throw new CannotStartException($"{name} runs once here, for it is the address that people use; deploy/ runs more of it behind a balancer.");
            if (count > 5) throw new CannotStartException($"At most 5 replicas of {name}: one machine gains nothing from more.");
        }
    }

    // Below Linux's range for outgoing connections, so that none of them can take the port before its server does.
    private void TakeFreeOnes()
    {
        var taken = new HashSet<int>();
        foreach (var name in _ports.Keys.ToArray())
        {
            int port;
            do port = Random.Shared.Next(20_000, 32_000);
            while (!taken.Add(port) || !IsFree(port));
            _ports[name] = port;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static IEnumerable<KeyValuePair<string, int>> FromEnvironment() =>
        from DictionaryEntry variable in Environment.GetEnvironmentVariables()
        let name = (string)variable.Key
        where name.StartsWith("PLATFORM_PORT_", StringComparison.Ordinal)
        let port = int.TryParse((string?)variable.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : throw new CannotStartException($"{name} is no port number: {variable.Value}")
        select new KeyValuePair<string, int>(name["PLATFORM_PORT_".Length..].ToLowerInvariant().Replace('_', '-'), port);
}
