using System.Globalization;
using System.Text.Json.Nodes;
using Npgsql;
using Platform.OwnPlatforms;
using RabbitMQ.Client;

namespace Platform.Chaos.Faults;

/// <summary>What the broker delivers: what nobody can handle, the same twice, and everything in another order.</summary>
internal static class Messages
{
    private const string Type = "Platform.Contracts.Meetings.V1:ResolutionAdopted";

    public static IEnumerable<Fault> All =>
    [
        new("poison: facts that always throw, and garbage", 3, Poison) { Leaves = new HashSet<string> { "volunteers_error", "partners_error" } },
        new("every fact delivered twice and out of order, 15 s", 4, Shuffle),
    ];

    // A resolution whose action holds U+0000: right in form, and refused by the database each time.
    private static async Task Poison(Scene scene, CancellationToken ct)
    {
        await using var insights = await scene.Stage.Open("insights");
        await using var last = new NpgsqlCommand("SELECT body::text FROM facts WHERE type LIKE '%.ResolutionAdopted' ORDER BY at DESC LIMIT 1", insights);
        var fact = JsonNode.Parse((string)(await last.ExecuteScalarAsync(ct))!)!;
        fact["eventId"] = Guid.CreateVersion7().ToString();
        foreach (var action in fact["actions"]!.AsArray())
        {
            action!["actionId"] = Guid.CreateVersion7().ToString();
            action["what"] = "\0";
        }

        await scene.Broker.Publish("volunteers", Type, fact.ToJsonString());
        await scene.Broker.Publish("partners", Type, "{}");
        await Task.Delay(6_000, ct);
    }

    // Between each service's exchange and its queue comes a queue of ours, whose messages go on in another order and each of them twice.
    private static async Task Shuffle(Scene scene, CancellationToken ct)
    {
        await using var connection = await new ConnectionFactory { Uri = scene.Broker.Addresses[0] }.CreateConnectionAsync(ct);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), ct);
        foreach (var service in OwnPlatform.Services)
        {
            await channel.QueueDeclareAsync(Aside(service), durable: true, exclusive: false, autoDelete: false, cancellationToken: ct);
            await channel.QueueBindAsync(Aside(service), service, "", cancellationToken: ct);
            await channel.QueueUnbindAsync(service, service, "", cancellationToken: ct);
        }

        var passed = 0;
        for (var round = 0; round < 30; round++)
        {
            await Task.Delay(500, ct);
            passed += await PassOn(scene, channel, ct);
        }

        foreach (var service in OwnPlatform.Services)
        {
            await channel.QueueBindAsync(service, service, "", cancellationToken: ct);
            await channel.QueueUnbindAsync(Aside(service), service, "", cancellationToken: ct);
        }

        passed += await PassOn(scene, channel, ct);
        foreach (var service in OwnPlatform.Services) await channel.QueueDeleteAsync(Aside(service), ifEmpty: true, ifUnused: false, cancellationToken: ct);
        scene.Remarks.Add(string.Create(CultureInfo.InvariantCulture, $"{passed} deliveries, each twice"));
    }

    private static string Aside(string service) => $"{service}-shuffled";

    private static async Task<int> PassOn(Scene scene, IChannel channel, CancellationToken ct)
    {
        var passed = 0;
        foreach (var service in OwnPlatform.Services)
        {
            var taken = new List<BasicGetResult>();
            while (await channel.BasicGetAsync(Aside(service), autoAck: false, ct) is { } message) taken.Add(message);
            var twice = taken.Concat(taken).ToArray();
            scene.Random.Shuffle(twice);
            foreach (var message in twice) await channel.BasicPublishAsync("", service, mandatory: true, new BasicProperties(message.BasicProperties), message.Body, ct);
            foreach (var message in taken) await channel.BasicAckAsync(message.DeliveryTag, multiple: false, ct);
            passed += taken.Count;
        }

        return passed;
    }
}
