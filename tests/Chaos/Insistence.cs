using System.Net;
using Platform.Demonstration.Api;

namespace Platform.Chaos;

/// <summary>A client as it should be: who got an error, or nothing, asks again with the same key, and only for so long as the answer is not one.</summary>
internal sealed class Insistence(Ledger ledger, Gate gate)
{
    /// <summary>Does something that changes; the key is its name for ever.</summary>
    public async Task<T> Write<T>(Func<string, Task<T>> act, CancellationToken ct)
    {
        var answer = await Insist(act, ct);
        ledger.Acknowledge();
        return answer;
    }

    /// <summary>Asks.</summary>
    public Task<T> Ask<T>(Func<Task<T>> act, CancellationToken ct) => Insist(_ => act(), ct);

    private async Task<T> Insist<T>(Func<string, Task<T>> act, CancellationToken ct)
    {
        var key = Guid.CreateVersion7().ToString("n");
        for (var tries = 0; ; tries++)
        {
            await gate.Pass(ct);
            try
            {
                return await act(key);
            }
            catch (PlatformRefusedException refused) when (refused.Status is HttpStatusCode.PreconditionFailed)
            {
                // Something else was written at that moment, so this was not; it is said anew.
                key = Guid.CreateVersion7().ToString("n");
            }
            catch (Exception e) when (IsNoAnswer(e))
            {
                if (e is PlatformRefusedException { Status: HttpStatusCode.InternalServerError }) ledger.Surprises.Enqueue(e.Message);
            }

            ledger.Again();
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(1_000, 100 * (tries + 1))), ct);
        }
    }

    // A token that one service holds to be expired is one of the faults: its clock is wrong, or Directory is away and no new one is to be had.
    private static bool IsNoAnswer(Exception e) => e is HttpRequestException or TaskCanceledException or TimeoutException or IOException
        || e is PlatformRefusedException refused && ((int)refused.Status >= 500 || refused.Status is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests);
}

/// <summary>While it is shut nobody begins anything; what was begun ends.</summary>
internal sealed class Gate
{
    private volatile TaskCompletionSource? _shut;
    private int _inside;

    /// <summary>How many are waiting for it to open.</summary>
    public int Waiting => Volatile.Read(ref _inside);

    public void Shut() => _shut ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => Interlocked.Exchange(ref _shut, null)?.SetResult();

    public async Task Pass(CancellationToken ct)
    {
        if (_shut is not { } shut) return;
        Interlocked.Increment(ref _inside);
        try
        {
            await shut.Task.WaitAsync(ct);
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }
}
