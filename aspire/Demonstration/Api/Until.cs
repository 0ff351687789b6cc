namespace Platform.Demonstration.Api;

/// <summary>Waiting for what comes by event: asked again and again, for a bounded time.</summary>
public static class Until
{
    /// <summary>How long a fact may take from one service to another on a machine that is busy with other things.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The first answer that is there.</summary>
    /// <exception cref="TimeoutException">None came in time.</exception>
    public static async Task<T> Some<T>(string what, Func<Task<T?>> ask, TimeSpan? patience = null)
        where T : class
    {
        var (began, most) = (TimeProvider.System.GetTimestamp(), patience ?? Patience);
        while (true)
        {
            if (await ask() is { } found) return found;
            if (TimeProvider.System.GetElapsedTime(began) > most) throw new TimeoutException($"Not within {most.TotalSeconds:0} s: {what}");
            await Task.Delay(200);
        }
    }

    /// <summary>Returns once it holds.</summary>
    /// <exception cref="TimeoutException">It did not in time.</exception>
    public static async Task Holds(string what, Func<Task<bool>> ask, TimeSpan? patience = null) =>
        await Some(what, async () => await ask() ? what : null, patience);

    /// <summary>Does something that is refused with this code as long as its time has not come.</summary>
    public static async Task<T> NoLonger<T>(string code, Func<Task<T>> act)
    {
        var done = await Some<Tuple<T>>($"refused with {code}", async () =>
        {
            try
            {
                return Tuple.Create(await act());
            }
            catch (PlatformRefusedException refused) when (refused.Code == code)
            {
                return null;
            }
        });
        return done.Item1;
    }
}
