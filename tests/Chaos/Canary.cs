using System.Collections.Concurrent;
using Npgsql;
using Platform.Demonstration.Api;
using Platform.OwnPlatforms;

namespace Platform.Chaos;

/// <summary>
/// Reports something four times a second and never insists, to see from when on the platform takes writes again; and looks in Insights whether
/// what it acknowledged has had its effect there.
/// </summary>
internal sealed class Canary(Street street, OwnPlatform stage, Ledger ledger, Gate gate)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);
    private readonly ConcurrentDictionary<Guid, long> _sung = [];

    /// <summary>Sings until told to stop.</summary>
    public async Task Run(CancellationToken ct)
    {
        var resident = await street.NewResident();
        using var beat = new PeriodicTimer(Beat);
        while (await beat.WaitForNextTickAsync(ct))
        {
            await gate.Pass(ct);
            var word = $"探测{Guid.CreateVersion7():n}";
            try
            {
                var answer = await resident.Post("/api/v1/issues", new { title = word, text = $"楼道灯不亮，{word}。", category = "facilities", areaId = street.Building });
                var id = answer.GetProperty("id").GetGuid();
                ledger.Issues[id] = word;
                ledger.Acknowledge();
                _sung[id] = TimeProvider.System.GetTimestamp();
            }
            catch (PlatformRefusedException refused) when (refused.Status is System.Net.HttpStatusCode.InternalServerError)
            {
                ledger.Surprises.Enqueue(refused.Message);
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException or PlatformRefusedException && !ct.IsCancellationRequested)
            {
                // It was not taken, or nobody knows: it is no promise.
            }
        }
    }

    /// <summary>Returns once something that was acknowledged after now has had its effect in Insights.</summary>
    public async Task Heard(CancellationToken ct)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            await Task.Delay(100, ct);
            var after = _sung.Where(x => x.Value >= since).Select(x => x.Key).ToArray();
            if (after.Length == 0) continue;
            try
            {
                await using var insights = await stage.Open("insights");
                await using var heard = new NpgsqlCommand("SELECT EXISTS (SELECT FROM issue_records WHERE id = ANY($1))", insights) { Parameters = { new() { Value = after } } };
                if (await heard.ExecuteScalarAsync(ct) is true) return;
            }
            catch (Exception away) when (away is NpgsqlException or TimeoutException)
            {
                continue;
            }
        }
    }
}
