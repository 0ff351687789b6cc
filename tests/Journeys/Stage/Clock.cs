using System.Globalization;
using Platform.Standalone;

namespace Platform.Journeys.Stage;

/// <summary>The settable clock of the running platform: a file that holds how many seconds it is ahead.</summary>
public sealed class Clock(StateDirectory state)
{
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    /// <summary>The time there.</summary>
    public DateTimeOffset Now => TimeProvider.System.GetUtcNow() + Ahead;

    /// <summary>The day there, as the street counts it.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.ToOffset(Shanghai).DateTime);

    private string File => state.In("clock");

    private TimeSpan Ahead => System.IO.File.Exists(File)
        ? TimeSpan.FromSeconds(double.Parse(System.IO.File.ReadAllText(File), CultureInfo.InvariantCulture)) : TimeSpan.Zero;

    /// <summary>An hour of a day, in the street's zone.</summary>
    public static DateTimeOffset At(DateOnly day, int hour) => new(day, new TimeOnly(hour, 0), Shanghai);

    /// <summary>
    /// It becomes that time, for all. Processes look at the file every quarter of a second; until the last one has, one refuses a token as
    /// expired which another still holds for good, and a browser would be asked to sign in.
    /// </summary>
    public async Task PassTo(DateTimeOffset instant)
    {
        Assert.True(instant > Now, "Time passes one way.");
        System.IO.File.WriteAllText(File + ".new", (Ahead + (instant - Now)).TotalSeconds.ToString("f3", CultureInfo.InvariantCulture));
        System.IO.File.Move(File + ".new", File, overwrite: true);
        await Task.Delay(TimeSpan.FromSeconds(1));
    }
}
