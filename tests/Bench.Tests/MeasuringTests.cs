using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Platform.Bench.Measuring;

namespace Platform.Bench.Tests;

/// <summary>What makes a figure count, or not.</summary>
public sealed class MeasuringTests
{
    private static readonly Dictionary<string, double> NoCpu = [];

    [Fact]
    public void Percentiles_AreOfThoseThatWere()
    {
        var sample = Sample.Of([5, 1, 2, 3, 4, 100], seconds: 2, NoCpu, null);

        Assert.Equal((6, 3.0, 3.0, 100.0), (sample.Done, sample.PerSecond, sample.P50, sample.P99));
    }

    [Fact]
    public void ASide_StandsForItsMedianRound()
    {
        var side = new Side("platform", [Round(100), Round(900), Round(110)]);

        Assert.Equal((110.0, null), (side.PerSecond, side.Wrong));
    }

    [Fact]
    public void ASideThatIsStillGettingFaster_IsVoid() => Assert.NotNull(new Side("platform", [Round(100), Round(120), Round(140)]).Wrong);

    [Fact]
    public void ARoundThatWentWrong_MakesTheRowVoid() =>
        Assert.Equal("500", new Row(1, "list", [new Side("platform", [Round(100), Round(100) with { Wrong = "500" }])], []).Wrong);

    [Fact]
    public void NothingDone_IsVoid() => Assert.NotNull(Sample.Of([], 1, NoCpu, null).Wrong);

    [Fact]
    public void WhatHadNoEffect_IsVoid()
    {
        var (kept, lost, at) = (Guid.CreateVersion7(), Guid.CreateVersion7(), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var (latencies, wrong) = CommitTimes.Between(new() { [kept] = at, [lost] = at }, new() { [kept] = at.AddMilliseconds(7) });

        Assert.Equal([7.0], latencies);
        Assert.Equal("1 of 2 had no effect", wrong);
    }

    [Theory]
    [InlineData(0.7, false, true)]
    [InlineData(0.6, false, false)]
    [InlineData(0.6, true, true)]
    [InlineData(0.7, true, false)]
    public void ATarget_IsMetOrNot(double value, bool atMost, bool met) => Assert.Equal(met, new Claim("of raw", value, 0.65, atMost).Met);

    [Fact]
    public void Memory_IsAProcessesOwn_AndItsFiles()
    {
        var (own, files) = Memory.Parted(
        [
            "7f00-7f01 r-xp 00000000 fe:00 12   /usr/lib/libc.so", "Size: 9 kB", "Rss: 100 kB", "Private_Dirty: 0 kB",
            "7f01-7f02 rw-p 00000000 fe:00 12   /usr/lib/libc.so", "Rss: 20 kB", "Private_Dirty: 5 kB",
            "7f02-7f03 rw-p 00000000 00:00 0 ", "Rss: 40 kB", "Private_Dirty: 40 kB",
            "7f03-7f04 rw-s 00000000 00:01 77   /memfd:doublemapper (deleted)", "Rss: 3 kB", "Private_Dirty: 0 kB",
        ]);

        Assert.Equal((48, 115), (own, files.Single().Value));
        Assert.InRange(Memory.Of([Environment.ProcessId]).Together, 10, 10_000);
    }

    [Fact]
    public async Task AnAnswerThatIsNone_IsSaid()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/", () => Results.Text("no", statusCode: 500));
        await app.StartAsync();
        var address = new Uri(app.Urls.Single());
        using var load = new Load(2, _ => new HttpRequestMessage(HttpMethod.Get, address));

        var sample = await load.Run(TimeSpan.FromMilliseconds(50), [new Cpu("test", () => Environment.ProcessId)], CancellationToken.None);

        Assert.Contains("500 no", sample.Wrong, StringComparison.Ordinal);
        Assert.True(sample.Cpu["test"] >= 0);
    }

    private static Sample Round(double perSecond) => new((long)perSecond, 1, 1, 1, NoCpu, null);
}
