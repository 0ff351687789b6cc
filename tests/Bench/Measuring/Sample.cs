namespace Platform.Bench.Measuring;

/// <summary>What one round of one side came to.</summary>
/// <param name="Done">How many were done.</param>
/// <param name="Seconds">In how long.</param>
/// <param name="P50">Milliseconds for the half of them.</param>
/// <param name="P99">Milliseconds for 99 of a hundred.</param>
/// <param name="Cpu">Microseconds of processor time for each one, by group of processes.</param>
/// <param name="Wrong">Why the round does not count; null where it does.</param>
internal sealed record Sample(long Done, double Seconds, double P50, double P99, IReadOnlyDictionary<string, double> Cpu, string? Wrong)
{
    public double PerSecond => Done / Seconds;

    public double CpuPerOne => Cpu.Values.Sum();

    /// <summary>Of latencies in milliseconds.</summary>
    public static Sample Of(List<double> latencies, double seconds, IReadOnlyDictionary<string, double> cpu, string? wrong)
    {
        latencies.Sort();
        return new Sample(latencies.Count, seconds, At(latencies, 0.5), At(latencies, 0.99), cpu, latencies.Count == 0 ? wrong ?? "nothing was done" : wrong);
    }

    /// <summary>The value that this share of them does not exceed.</summary>
    public static double At(List<double> sorted, double share) =>
        sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)];
}

/// <summary>The rounds of one side.</summary>
/// <param name="Name">platform, or which limit.</param>
/// <param name="Rounds">In the order in which they ran.</param>
internal sealed record Side(string Name, IReadOnlyList<Sample> Rounds)
{
    public double PerSecond => Median(x => x.PerSecond);
    public double P50 => Median(x => x.P50);
    public double P99 => Median(x => x.P99);
    public double CpuPerOne => Median(x => x.CpuPerOne);

    /// <summary>The processor time of one group.</summary>
    public double CpuOf(string group) => Median(x => x.Cpu.GetValueOrDefault(group));

    public IEnumerable<string> Groups => Rounds.SelectMany(x => x.Cpu.Keys).Distinct();

    /// <summary>Why the side does not count: an answer that was none, or a rate that went on rising, so that the warm-up was too short.</summary>
    public string? Wrong =>
        Rounds.Select(x => x.Wrong).FirstOrDefault(x => x is not null)
        ?? (IsStillGettingFaster ? $"{Name} was still getting faster" : null);

    // Each round faster than the one before, and the last by a good part than the first: three rounds of equals are so by chance now and then.
    private bool IsStillGettingFaster =>
        Rounds.Count >= 3 && Rounds.Zip(Rounds.Skip(1)).All(x => x.Second.PerSecond > x.First.PerSecond * 1.05) && Rounds[^1].PerSecond > Rounds[0].PerSecond * 1.3;

    private double Median(Func<Sample, double> what)
    {
        List<double> all = [.. Rounds.Select(what).Order()];
        return all.Count == 0 ? double.NaN : all.Count % 2 == 1 ? all[all.Count / 2] : (all[all.Count / 2 - 1] + all[all.Count / 2]) / 2;
    }
}
