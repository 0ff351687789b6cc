using System.Net.Http.Headers;
using Platform.Bench.Filling;
using Platform.Bench.Measuring;

namespace Platform.Bench.Workloads;

/// <summary>Something that is measured: a name to choose it by, and how.</summary>
internal sealed record Workload(string Name, Func<Stage, Databases, CancellationToken, IAsyncEnumerable<Row>> Measure)
{
    /// <summary>Small first: what grows comes last, since it changes databases.</summary>
    public static readonly IReadOnlyList<Workload> All =
    [
        new("start", Whole(StartUp.Measure)), new("gateway", Whole(GatewayInFront.Measure)), new("submit", Whole(Submitting.Measure)), new("facts", Whole(FactsTravel.Measure)),
        new("journeys", Whole(WholeJourneys.Measure)), new("race", Whole(Race.Measure)), new("ballots", Whole(Ballots.Measure)), new("page", Whole(FirstPage.Measure)),
        new("rebuild", Whole(RebuildInsights.Measure)), new("growth", Growth.Measure),
    ];

    private static Func<Stage, Databases, CancellationToken, IAsyncEnumerable<Row>> Whole(Func<Stage, Databases, CancellationToken, Task<IReadOnlyList<Row>>> measure) =>
        (stage, databases, ct) => AsTheyCome(measure(stage, databases, ct));

    private static async IAsyncEnumerable<Row> AsTheyCome(Task<IReadOnlyList<Row>> rows)
    {
        foreach (var row in await rows) yield return row;
    }

    /// <summary>The gateway counts every request as it always does, and never comes to its limits.</summary>
    public static readonly IReadOnlyDictionary<string, string> Environment = new[] { "Tenant", "Subject", "Address", "Key", "Knocking" }
        .SelectMany(x => new[] { KeyValuePair.Create($"Gateway__Limits__{x}__PerSecond", "1000000"), KeyValuePair.Create($"Gateway__Limits__{x}__Burst", "1000000") })
        .ToDictionary();

    /// <summary>Reads this address again and again.</summary>
    public static Func<long, HttpRequestMessage> Get(string address, AuthenticationHeaderValue? token)
    {
        var uri = new Uri(address);
        return _ => new HttpRequestMessage(HttpMethod.Get, uri) { Headers = { Authorization = token } };
    }

    /// <summary>For as long as it is told, on so many connections.</summary>
    public static Contestant Asks(string name, int connections, Func<long, HttpRequestMessage> next, IReadOnlyList<Cpu> whose)
    {
        var load = new Load(connections, next);
        return new Contestant(name, (time, ct) => load.Run(time, whose, ct));
    }
}
