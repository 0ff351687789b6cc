using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Platform.Standalone.Processes;

namespace Platform.Standalone.Servers;

/// <summary>
/// A private RabbitMQ node from the system's package: own name, ports, data and cookie, all on loopback. Node 0 stands alone or is the one that
/// the others of a cluster join.
/// </summary>
public sealed class RabbitMq(StateDirectory state, Ports ports, Secrets secrets, bool throwaway, int node = 0)
{
    private const string User = "platform";
    private readonly string _home = state.In(Ports.Replica("rabbitmq", node));

    /// <summary>rabbitmq, rabbitmq-2, ...: the name of its process, its log and its port.</summary>
    public string Name { get; } = Ports.Replica("rabbitmq", node);

    /// <summary>Whether it ran before.</summary>
    public bool HasData => Directory.Exists(Path.Combine(_home, "mnesia"));

    /// <summary>An administrator's address of a virtual host.</summary>
    public string Address(string virtualHost) =>
        $"amqp://{User}:{secrets.Of("rabbitmq")}@127.0.0.1:{Port("rabbitmq")}/{Uri.EscapeDataString(virtualHost)}";

    /// <summary>The management plugin's address, with user and password.</summary>
    public string Management => $"http://{User}:{secrets.Of("rabbitmq")}@127.0.0.1:{Port("rabbitmq-management")}";

    /// <summary>Erlang's port mapper, ours and in the foreground: the one that RabbitMQ would start by itself outlives it.</summary>
    public Command PortMapper() => new("epmd", "epmd") { Environment = Environment() };

    /// <summary>The nodes that are wanted; a cluster's data is no single node's, and is not made one by leaving nodes out.</summary>
    /// <exception cref="CannotStartException">There is data of more nodes than are wanted.</exception>
    public static IReadOnlyList<RabbitMq> Nodes(StateDirectory state, Ports ports, Secrets secrets, Options options)
    {
        var count = options.Replicas.GetValueOrDefault("rabbitmq", 1);
        for (var more = count; more < 5; more++)
            if (Directory.Exists(state.In($"{Ports.Replica("rabbitmq", more)}/mnesia")))
                throw new CannotStartException($"{state.Root} holds the data of a RabbitMQ cluster of {more + 1} nodes: start as many (--replicas rabbitmq={more + 1}), or let ./platform down --data forget them.");
        return [.. Enumerable.Range(0, count).Select(x => new RabbitMq(state, ports, secrets, throwaway: false, x))];
    }

    private int Port(string name) => ports[Ports.Replica(name, node)];

    /// <summary>Writes the configuration and gives the command that runs the node.</summary>
    public Command Prepare()
    {
        if (!File.Exists("/usr/lib/rabbitmq/bin/rabbitmq-server"))
            throw new CannotStartException("RabbitMQ is not installed. ./platform up installs it.");

        Directory.CreateDirectory(_home, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.CreateDirectory(Path.Combine(_home, "home"));
        var cookie = Path.Combine(_home, "home/.erlang.cookie");
        if (!File.Exists(cookie))
        {
            StateDirectory.WritePrivately(cookie, secrets.Of("erlang-cookie"));
            File.SetUnixFileMode(cookie, UnixFileMode.UserRead);
        }

        File.WriteAllText(Path.Combine(_home, "enabled_plugins"), "[rabbitmq_management].\n");
        StateDirectory.WritePrivately(Path.Combine(_home, "rabbitmq.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{Port("rabbitmq")}
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {Port("rabbitmq-management")}
            default_user = {User}
            default_pass = {secrets.Of("rabbitmq")}
            log.file = false
            log.console = true
            log.console.level = info
            log.console.use_colors = off
            # Of this machine's memory; the default of 40 % is meant for a machine of the broker's own.
            vm_memory_high_watermark.relative = 0.2
            disk_free_limit.absolute = 200MB
            # A node that comes blank joins the first one.
            cluster_formation.peer_discovery_backend = classic_config
            cluster_formation.classic_config.nodes.1 = platform@localhost

            """);
        // Debian's wrapper in /usr/sbin changes the user; this one runs as whoever we are.
        return new Command(Name, "/usr/lib/rabbitmq/bin/rabbitmq-server")
        {
            Directory = _home,
            Environment = Environment(),
            StopSignal = throwaway ? Signal.Kill : Signal.Terminate,
            Patience = TimeSpan.FromSeconds(30),
        };
    }

    /// <summary>Waits until the node takes connections, and makes the virtual host.</summary>
    public async Task WaitUntilReady(string virtualHost, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port("rabbitmq-management")}"), Timeout = TimeSpan.FromSeconds(5) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{secrets.Of("rabbitmq")}")));

        while (!await Listens(http, ct)) await Task.Delay(200, ct);
        if (virtualHost == "/") return;
        await Put(http, $"/api/vhosts/{virtualHost}", new { }, ct);
        await Put(http, $"/api/permissions/{virtualHost}/{User}", new { configure = ".*", write = ".*", read = ".*" }, ct);
    }

    private async Task<bool> Listens(HttpClient http, CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync($"/api/health/checks/port-listener/{Port("rabbitmq")}", ct);
            if (answer.StatusCode == HttpStatusCode.Unauthorized)
                throw new CannotStartException($"RabbitMQ in {_home} does not take the password kept in {state.In("secrets.json")}. ./platform down --data forgets both.");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception notYet) when (notYet is HttpRequestException || (notYet is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }

    private static async Task Put(HttpClient http, string path, object body, CancellationToken ct)
    {
        using var answer = await http.PutAsJsonAsync(path, body, ct);
        answer.EnsureSuccessStatusCode();
    }

    private Dictionary<string, string?> Environment() => new()
    {
        ["HOME"] = Path.Combine(_home, "home"),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["ERL_EPMD_PORT"] = $"{ports["epmd"]}",
        ["RABBITMQ_NODENAME"] = node == 0 ? "platform@localhost" : $"platform-{node + 1}@localhost",
        ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(_home, "rabbitmq.conf"),
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_home, "mnesia"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(_home, "log"),
        ["RABBITMQ_GENERATED_CONFIG_DIR"] = Path.Combine(_home, "generated"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_home, "enabled_plugins"),
        ["RABBITMQ_SCHEMA_DIR"] = Path.Combine(_home, "schema"),
        ["RABBITMQ_DIST_PORT"] = $"{Port("rabbitmq-distribution")}",
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
        // The script then becomes the node instead of waiting beside it, so that a signal meets the node itself.
        ["RUNNING_UNDER_SYSTEMD"] = "1",
    };
}
