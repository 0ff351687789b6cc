namespace Platform.Worlds;

/// <summary>For what happens by itself, soon.</summary>
public static class Wait
{
    /// <summary>Asks again until there is an answer, at most 20 seconds.</summary>
    public static async Task<T> Until<T>(Func<Task<T?>> ask, string toWhat = "see it") where T : class
    {
        for (var tries = 0; tries < 400; tries++)
        {
            if (await ask() is { } answer) return answer;
            await Task.Delay(50);
        }

        throw new TimeoutException($"Waited 20 s in vain to {toWhat}.");
    }

    /// <summary>Asks again until it is so, at most 20 seconds.</summary>
    public static Task Until(Func<Task<bool>> isSo, string toWhat = "see it") => Until(async () => await isSo() ? "so" : null, toWhat);
}
