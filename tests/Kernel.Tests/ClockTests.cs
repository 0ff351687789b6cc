using Platform.Kernel.Time;
using Xunit;

namespace Platform.Kernel.Tests;

public sealed class ClockTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clock-").FullName;

    [Fact]
    public async Task Clock_FollowsItsFile()
    {
        var file = Path.Combine(_folder, "clock");
        var clock = new PlatformClock(file);
        Assert.InRange(clock.GetUtcNow() - TimeProvider.System.GetUtcNow(), TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1));

        await File.WriteAllTextAsync(file, "86400.5");
        await Task.Delay(300);

        Assert.InRange(clock.GetUtcNow() - TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(23.9), TimeSpan.FromHours(24.1));
    }

    [Theory]
    [InlineData("2026-12-31T15:59:59Z", "2026-12-31")]
    [InlineData("2026-12-31T16:00:00Z", "2027-01-01")]
    public void Day_IsTheTenantsOwn(string instant, string day) => Assert.Equal(
        DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
        DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).DayIn(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
