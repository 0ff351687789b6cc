namespace Platform.Standalone.Tests;

public static class Wait
{
    /// <summary>Waits until something holds, and fails when it has not within the time.</summary>
    public static async Task Until(Func<bool> holds, string what, int seconds = 20)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(seconds), $"Not within {seconds} s: {what}");
            await Task.Delay(20);
        }
    }
}
