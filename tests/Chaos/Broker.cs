using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text;
using Platform.OwnPlatforms;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Platform.Chaos;

/// <summary>The RabbitMQ cluster, asked through whichever node answers.</summary>
/// <param name="told">How often a queue tells its numbers, and a little more.</param>
internal sealed class Broker(OwnPlatform stage, TimeSpan told)
{
    /// <summary>Nodes of a platform of our own tell their numbers each second, those of another each five, as RabbitMQ does unless told.</summary>
    public static readonly TimeSpan OfOurOwn = TimeSpan.FromSeconds(1.5), OfAnother = TimeSpan.FromSeconds(5.5);

    /// <summary>What makes them tell each second.</summary>
    public static readonly IReadOnlyDictionary<string, string> Environment =
        new Dictionary<string, string> { ["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(AppContext.BaseDirectory, "rabbitmq-advanced.config") };

    /// <summary>The processes of its nodes by their own names.</summary>
    public static readonly IReadOnlyDictionary<string, string> Nodes = new Dictionary<string, string>
    {
        ["platform@localhost"] = "rabbitmq", ["platform-2@localhost"] = "rabbitmq-2", ["platform-3@localhost"] = "rabbitmq-3",
    };

    private const string VirtualHost = "platform";

    /// <summary>The addresses of its nodes.</summary>
    public IReadOnlyList<Uri> Addresses => [.. stage.Run.RabbitMq!.Split(',').Select(x => new Uri(x))];

    /// <summary>
    /// How many messages wait in the services' queues or are being handled. Those that wait are counted now; those that are being handled are
    /// what the queues told last, which may be <see cref="Told"/> ago.
    /// </summary>
    public async Task<long> Waiting()
    {
        var told = (await Queues()).Where(x => !IsOfErrors(x.Name)).Sum(x => x.Messages);
        return Math.Max(told, (await Ready(OwnPlatform.Services)).Sum(x => x.Messages));
    }

    /// <summary>After so long without a change nothing has changed.</summary>
    public TimeSpan Told => told;

    /// <summary>How many messages lie in each error queue that is not empty, now.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Errors() =>
        (await Ready((await Queues()).Select(x => x.Name).Where(IsOfErrors))).Where(x => x.Messages > 0).ToDictionary(x => x.Name, x => x.Messages);

    /// <summary>
    /// The worst node to lose: services are connected to it whose queue it leads. How many connections it has, how many queues it leads, and how
    /// many services are met by both.
    /// </summary>
    public async Task<(string Node, int Connections, int Leads, int Both)> Busiest()
    {
        // Their names are the programs': Platform.Issues.
        var connections = (await Get("connections")).EnumerateArray()
            .Select(x => (Node: x.GetProperty("node").GetString()!, Service: x.TryGetProperty("user_provided_name", out var name) ? name.GetString()!.Split('.')[^1] : "")).ToList();
        var led = (await Queues()).Where(x => OwnPlatform.Services.Contains(x.Name)).ToList();
        return Nodes.Keys.Select(node => (
            node, connections.Count(x => x.Node == node), led.Count(x => x.Leader == node),
            led.Count(queue => queue.Leader == node && connections.Any(x => x.Node == node && queue.Name.Equals(x.Service, StringComparison.OrdinalIgnoreCase)))))
            .MaxBy(x => (x.Item4, x.Item2));
    }

    /// <summary>
    /// Whether each node takes connections and has its part of every service's queue. A node that still starts says that it is running, before it has
    /// either: with another lost then, two of three parts are gone, and no majority is left.
    /// </summary>
    public async Task<bool> IsWhole()
    {
        try
        {
            foreach (var node in Addresses) await (await Connect([node])).DisposeAsync();
            var queues = (await Queues()).Where(x => OwnPlatform.Services.Contains(x.Name)).ToList();
            return queues.Count > 0 && queues.All(x => x.Online == Nodes.Count);
        }
        catch (Exception away) when (away is HttpRequestException or BrokerUnreachableException)
        {
            return false;
        }
    }

    /// <summary>Says something on an exchange as MassTransit would wrap it.</summary>
    public async Task Publish(string exchange, string type, string body)
    {
        var wrapped = $$"""{"messageId":"{{Guid.CreateVersion7()}}","messageType":["urn:message:{{type}}"],"message":{{body}}}""";
        await Send(HttpMethod.Post, $"exchanges/{VirtualHost}/{exchange}/publish", new
        {
            routing_key = "", payload = wrapped, payload_encoding = "string",
            properties = new { content_type = "application/vnd.masstransit+json", delivery_mode = 2 },
        });
    }

    /// <summary>Empties a queue.</summary>
    public Task Purge(string queue) => Send(HttpMethod.Delete, $"queues/{VirtualHost}/{queue}/contents", null);

    private static bool IsOfErrors(string queue) => queue.EndsWith("_error", StringComparison.Ordinal);

    // Asked of the queues themselves.
    private async Task<IReadOnlyList<(string Name, long Messages)>> Ready(IEnumerable<string> queues)
    {
        await using var connection = await Connect(Addresses);
        await using var channel = await connection.CreateChannelAsync();
        var counts = new List<(string, long)>();
        foreach (var queue in queues) counts.Add((queue, await channel.MessageCountAsync(queue)));
        return counts;
    }

    // To any of these.
    private static Task<IConnection> Connect(IReadOnlyList<Uri> nodes) =>
        new ConnectionFactory { Uri = nodes[0], AutomaticRecoveryEnabled = false, RequestedConnectionTimeout = TimeSpan.FromSeconds(2) }
            .CreateConnectionAsync([.. nodes.Select(x => new AmqpTcpEndpoint(x))]);

    private async Task<IReadOnlyList<(string Name, long Messages, string? Leader, int Online)>> Queues() =>
    [
        .. (await Get($"queues/{VirtualHost}?disable_stats=true&enable_queue_totals=true")).EnumerateArray().Select(x => (
            x.GetProperty("name").GetString()!,
            x.TryGetProperty("messages", out var messages) ? messages.GetInt64() : 0,
            x.TryGetProperty("leader", out var leader) ? leader.GetString() : x.TryGetProperty("node", out var node) ? node.GetString() : null,
            x.TryGetProperty("online", out var online) ? online.GetArrayLength() : 0)),
    ];

    private Task<JsonElement> Get(string path) => Send(HttpMethod.Get, path, null);

    // A node that was just left alone answers 500 for some seconds.
    private async Task<JsonElement> Send(HttpMethod method, string path, object? body)
    {
        for (var tries = 1; ; tries++)
            try
            {
                return await SendOnce(method, path, body);
            }
            catch (HttpRequestException) when (tries < 20)
            {
                await Task.Delay(500);
            }
    }

    private async Task<JsonElement> SendOnce(HttpMethod method, string path, object? body)
    {
        var failures = new List<string>();
        foreach (var node in stage.Run.RabbitMqManagement!.Split(',').Select(x => new Uri(x)))
            try
            {
                using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
                using var request = new HttpRequestMessage(method, new Uri($"http://127.0.0.1:{node.Port}/api/{path}"));
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(node.UserInfo))));
                if (body is not null) request.Content = JsonContent.Create(body);
                using var answer = await http.SendAsync(request);
                answer.EnsureSuccessStatusCode();
                var text = await answer.Content.ReadAsStringAsync();
                return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone();
            }
            catch (Exception away) when (away is HttpRequestException or TaskCanceledException or JsonException)
            {
                failures.Add(away.Message);
            }

        throw new HttpRequestException($"No node of the broker answers {path}: {string.Join("; ", failures)}");
    }
}
