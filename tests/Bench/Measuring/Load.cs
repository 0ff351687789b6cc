using System.Diagnostics;
using System.Net;

namespace Platform.Bench.Measuring;

/// <summary>Asks over HTTP, on so many connections at once, each with its next request as soon as it has the answer to the last.</summary>
/// <param name="connections">How many ask at once.</param>
/// <param name="next">The next request; told a number that nobody else is told. A burst brings its own.</param>
internal sealed class Load(int connections, Func<long, HttpRequestMessage>? next = null) : IDisposable
{
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = connections, UseCookies = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(10),
    });

    private long _number;

    /// <summary>For so long; what it cost is taken from these groups.</summary>
    public async Task<Sample> Run(TimeSpan time, IReadOnlyList<Cpu> whose, CancellationToken ct)
    {
        var (meter, began) = (new Meter(whose), Stopwatch.GetTimestamp());
        var workers = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => Work(began, time, ct), ct)));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        List<double> latencies = [.. workers.SelectMany(x => x.Latencies)];
        return Sample.Of(latencies, seconds, meter.For(latencies.Count), workers.Select(x => x.Wrong).FirstOrDefault(x => x is not null));
    }

    /// <summary>Exactly these many, all as soon as a connection is free.</summary>
    public async Task<Sample> Burst(IReadOnlyList<HttpRequestMessage> requests, IReadOnlyList<Cpu> whose, Func<HttpStatusCode, bool> isExpected, CancellationToken ct)
    {
        var (meter, began, wrong, latencies) = (new Meter(whose), Stopwatch.GetTimestamp(), (string?)null, new double[requests.Count]);
        await Parallel.ForAsync(0, requests.Count, new ParallelOptions { MaxDegreeOfParallelism = connections, CancellationToken = ct }, async (i, stop) =>
        {
            var asked = Stopwatch.GetTimestamp();
            using var response = await _http.SendAsync(requests[i], stop);
            var body = await response.Content.ReadAsByteArrayAsync(stop);
            latencies[i] = Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
            if (!isExpected(response.StatusCode)) wrong ??= Said(requests[i], response, body);
        });
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return Sample.Of([.. latencies], seconds, meter.For(requests.Count), wrong);
    }

    public void Dispose() => _http.Dispose();

    private async Task<(List<double> Latencies, string? Wrong)> Work(long began, TimeSpan time, CancellationToken ct)
    {
        var latencies = new List<double>(capacity: 65_536);
        while (Stopwatch.GetElapsedTime(began) < time)
        {
            using var request = next!(Interlocked.Increment(ref _number));
            var asked = Stopwatch.GetTimestamp();
            using var response = await _http.SendAsync(request, ct);
            var body = await response.Content.ReadAsByteArrayAsync(ct);
            latencies.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            if (!response.IsSuccessStatusCode) return (latencies, Said(request, response, body));
        }

        return (latencies, null);
    }

    private static string Said(HttpRequestMessage request, HttpResponseMessage response, byte[] body)
    {
        var said = System.Text.Encoding.UTF8.GetString(body);
        return $"{request.Method} {request.RequestUri?.AbsolutePath}: {(int)response.StatusCode} {said[..Math.Min(200, said.Length)]}";
    }
}
