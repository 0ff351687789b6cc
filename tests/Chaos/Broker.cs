using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text;
using Platform.OwnPlatforms;

namespace Platform.Chaos;

/// <summary>The RabbitMQ cluster, asked through whichever node answers.</summary>
internal sealed class Broker(OwnPlatform stage)
{
    /// <summary>The processes of its nodes by their own names.</summary>
    public static readonly IReadOnlyDictionary<string, string> Nodes = new Dictionary<string, string>
    {
        ["platform@localhost"] = "rabbitmq", ["platform-2@localhost"] = "rabbitmq-2", ["platform-3@localhost"] = "rabbitmq-3",
    };

    private const string VirtualHost = "platform";

    /// <summary>The addresses of its nodes.</summary>
    public IReadOnlyList<Uri> Addresses => [.. stage.Run.RabbitMq!.Split(',').Select(x => new Uri(x))];

    /// <summary>How many messages wait in the services' queues or are being handled.</summary>
    public async Task<long> Waiting() =>
        (await Queues()).Where(x => !x.Name.EndsWith("_error", StringComparison.Ordinal)).Sum(x => x.Messages);

    /// <summary>How many messages lie in each error queue that is not empty.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Errors() =>
        (await Queues()).Where(x => x.Messages > 0 && x.Name.EndsWith("_error", StringComparison.Ordinal)).ToDictionary(x => x.Name, x => x.Messages);

    /// <summary>The node that the services are connected to, and how many of their queues it leads: the worst one to lose.</summary>
    public async Task<(string Node, int Connections, int Leads)> Busiest()
    {
        var connections = await Get("connections");
        var (node, count) = connections.EnumerateArray().Select(x => x.GetProperty("node").GetString()!).CountBy(x => x).MaxBy(x => x.Value);
        return (node, count, (await Queues()).Count(x => x.Leader == node && OwnPlatform.Services.Contains(x.Name)));
    }

    /// <summary>Whether all nodes run and are one cluster.</summary>
    public async Task<bool> AllRun()
    {
        try
        {
            return (await Get("nodes")).EnumerateArray().Count(x => x.GetProperty("running").GetBoolean()) == Nodes.Count;
        }
        catch (HttpRequestException)
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

    private async Task<IReadOnlyList<(string Name, long Messages, string? Leader)>> Queues() =>
    [
        .. (await Get($"queues/{VirtualHost}?disable_stats=true&enable_queue_totals=true")).EnumerateArray().Select(x => (
            x.GetProperty("name").GetString()!,
            x.TryGetProperty("messages", out var messages) ? messages.GetInt64() : 0,
            x.TryGetProperty("leader", out var leader) ? leader.GetString() : x.TryGetProperty("node", out var node) ? node.GetString() : null)),
    ];

    private Task<JsonElement> Get(string path) => Send(HttpMethod.Get, path, null);

    private async Task<JsonElement> Send(HttpMethod method, string path, object? body)
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
