using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Platform.Kernel.Time;

/// <summary>
/// The one clock of all processes. Real time, unless the file named by Platform:ClockFile holds an offset in seconds: a demonstration or a
/// test writes it, and every process follows within a quarter of a second. Timers keep running in real time. A second file of that name
/// and a service's (clock.issues) is added for that service alone: what happens when one machine's clock goes wrong.
/// </summary>
public sealed class PlatformClock(string? file, string? service = null) : TimeProvider
{
    private static readonly long LookEvery = TimeSpan.FromMilliseconds(250).Ticks;
    private long _lookedAt;
    private long _offset;

    public static PlatformClock From(IConfiguration configuration, string? service = null) => new(configuration["Platform:ClockFile"], service);

    public override DateTimeOffset GetUtcNow()
    {
        var real = base.GetUtcNow();
        return file is null ? real : real.AddTicks(Offset(real.UtcTicks));
    }

    private long Offset(long now)
    {
        if (now - Interlocked.Read(ref _lookedAt) < LookEvery) return Interlocked.Read(ref _offset);
        Interlocked.Exchange(ref _offset, Read(file!) + (service is null ? 0 : Read($"{file}.{service}")));
        Interlocked.Exchange(ref _lookedAt, now);
        return Interlocked.Read(ref _offset);
    }

    // A half-written or absent file is no offset: the writer replaces it whole, so this is the moment before the first write.
    private static long Read(string from)
    {
        try
        {
            return decimal.TryParse(File.ReadAllText(from), NumberStyles.Number, CultureInfo.InvariantCulture, out var seconds)
                ? (long)(seconds * TimeSpan.TicksPerSecond) : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}

/// <summary>Days and hours as a street counts them.</summary>
public static class TenantTime
{
    /// <summary>The date that this instant has in the zone.</summary>
    public static DateOnly DayIn(this DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>When that day begins in the zone: a little later than midnight where clocks go forward then.</summary>
    public static DateTimeOffset StartIn(this DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(15);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
