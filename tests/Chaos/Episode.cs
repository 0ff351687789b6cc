using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Platform.OwnPlatforms;
using RabbitMQ.Client.Exceptions;

namespace Platform.Chaos;

/// <summary>A row of the table.</summary>
internal sealed record Row
{
    public required string Fault { get; init; }
    public int Times { get; set; }
    public int Acknowledged { get; set; }
    public long Repeated { get; set; }

    /// <summary>The longest time in which no write was taken, in seconds.</summary>
    public double LongestGap { get; set; }

    /// <summary>From when what broke it was over until a new report had its effect in another service and all services were well, in seconds.</summary>
    public List<double> Recovered { get; } = [];

    /// <summary>What was lost, doubled, or did not end.</summary>
    public List<string> Wrong { get; } = [];

    public List<string> Remarks { get; } = [];
    public string? LeftOut { get; set; }
}

/// <summary>Breaks the platform in one way, several times, under load; waits until it is well; and has everything compared.</summary>
internal sealed class Episode(OwnPlatform stage, Broker broker, Ledger ledger, Gate gate, Canary canary, Checker checker, int workers, Action<string> said)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private const int CheckEvery = 5;
    private readonly HashSet<string> _told = [];

    public async Task<Row> Play(Fault fault, int times, TimeSpan share, Random random, CancellationToken ct)
    {
        var row = new Row { Fault = fault.Name, LeftOut = fault.CannotBe() };
        if (row.LeftOut is not null) return row;
        var (acknowledged, repeated, restarts) = (ledger.Count, ledger.Repeated, Restarts());
        var began = Stopwatch.GetTimestamp();
        for (row.Times = 0; row.Times < times && row.Wrong.Count == 0;)
        {
            ledger.Watch();
            if (await Strike(fault, new Scene(stage, broker, random, row.Remarks), ct)) await Recover(row, ct);
            else row.Wrong.Add($"what was to break it did not end within {Patience.TotalSeconds:0} s");
            row.LongestGap = Math.Max(row.LongestGap, Math.Round(ledger.LongestGap.TotalSeconds, 1));
            row.Times++;
            if (row.Times >= fault.AtLeast && Stopwatch.GetElapsedTime(began) > share) times = row.Times;
            if (row.Times % CheckEvery == 0 || row.Times == times || row.Wrong.Count > 0) await Compare(row, fault, ct);
        }

        if (fault.Within is { } promised && row.Recovered.DefaultIfEmpty().Max() is var longest && longest > promised.TotalSeconds)
            row.Wrong.Add(string.Create(CultureInfo.InvariantCulture, $"recovered after {longest:0.0} s, promised within {promised.TotalSeconds:0}"));
        (row.Acknowledged, row.Repeated) = (ledger.Count - acknowledged, ledger.Repeated - repeated);
        if (Restarts() - restarts is > 0 and var again) row.Remarks.Add($"{again} services started again");
        return row;
    }

    /// <summary>Nothing is begun, nothing waits: the moment for comparing.</summary>
    public async Task<string?> Rest(CancellationToken ct)
    {
        gate.Shut();
        var (since, quiet) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(quiet) < broker.Told)
        {
            if (Stopwatch.GetElapsedTime(since) > Patience) return $"no rest within {Patience.TotalSeconds:0} s: {gate.Waiting} of {workers} at the gate, {await Unsent()}";
            await Task.Delay(400, ct);
            if (gate.Waiting != workers || await Unsent() != "nothing waits") quiet = Stopwatch.GetTimestamp();
        }

        return null;
    }

    private static async Task<bool> Strike(Fault fault, Scene scene, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var struck = fault.Strike(scene, limit.Token);
        await Task.WhenAny(struck, Task.Delay(Patience, ct));
        if (!struck.IsCompleted) await limit.CancelAsync();
        else await struck;
        return struck.IsCompletedSuccessfully;
    }

    private async Task Recover(Row row, CancellationToken ct)
    {
        var since = Stopwatch.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            while (!await stage.ServicesAreWell(limit.Token)) await Task.Delay(200, limit.Token);
            await canary.Heard(limit.Token);
            row.Recovered.Add(Math.Round(Stopwatch.GetElapsedTime(since).TotalSeconds, 1));
            said(string.Create(CultureInfo.InvariantCulture, $"  recovered after {row.Recovered[^1]:0.0} s"));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            row.Wrong.Add($"not well within {Patience.TotalSeconds:0} s");
        }
    }

    private async Task Compare(Row row, Fault fault, CancellationToken ct)
    {
        if (await Rest(ct) is { } restless) row.Wrong.Add(restless);
        // What an earlier fault broke is told in its row alone.
        row.Wrong.AddRange((await checker.Check()).Where(_told.Add));
        var errors = await broker.Errors();
        foreach (var (queue, messages) in errors)
            if (fault.Leaves.Contains(queue)) await broker.Purge(queue);
            else if ($"{messages} facts in {queue}" is var some && _told.Add(some)) row.Wrong.Add(some);
        row.Wrong.AddRange(fault.Leaves.Where(x => !errors.ContainsKey(x)).Select(x => $"nothing in {x}"));
        while (ledger.Surprises.TryDequeue(out var surprise)) row.Wrong.Add(surprise[..Math.Min(200, surprise.Length)]);
        gate.Open();
    }

    private int Restarts() => stage.Run.Processes.Where(x => x.Http is not null).Sum(x => x.Restarts);

    private async Task<string> Unsent()
    {
        try
        {
            var waits = new List<string>();
            foreach (var service in OwnPlatform.Services)
            {
                await using var there = await stage.Open(service);
                await using var count = new NpgsqlCommand("SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM parked_facts)", there);
                if (await count.ExecuteScalarAsync() is long and > 0 and var rows) waits.Add($"{rows} in {service}");
            }

            if (await broker.Waiting() is > 0 and var messages) waits.Add($"{messages} in queues");
            return waits.Count == 0 ? "nothing waits" : string.Join(", ", waits);
        }
        catch (Exception away) when (away is NpgsqlException or HttpRequestException or TimeoutException or BrokerUnreachableException or OperationInterruptedException or AlreadyClosedException)
        {
            return away.Message;
        }
    }
}
