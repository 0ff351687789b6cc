namespace Platform.Worlds;

/// <summary>A clock that tests set; it stands still in between. Starts on Monday 2026-11-23, 09:00 in Shanghai.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>What is measured between two moments passes with the clock; timers run in real time.</summary>
    public override long GetTimestamp() => _now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Set(DateTimeOffset now) => _now = now.ToUniversalTime();

    public void Pass(TimeSpan time) => _now += time;
}
