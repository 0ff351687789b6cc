namespace Platform.Bench.Measuring;

/// <summary>A line of the table.</summary>
/// <param name="Number">The workload's.</param>
/// <param name="Workload">In words.</param>
/// <param name="Sides">The platform first, then its limits.</param>
/// <param name="Claims">What is held against a target.</param>
internal sealed record Row(int Number, string Workload, IReadOnlyList<Side> Sides, IReadOnlyList<Claim> Claims)
{
    /// <summary>What whoever reads it must know.</summary>
    public string Note { get; init; } = "";

    /// <summary>Why it does not count.</summary>
    public string? Wrong { get; init; } = Sides.Select(x => x.Wrong).FirstOrDefault(x => x is not null);
}

/// <summary>One figure and what it should be.</summary>
/// <param name="What">What it is: ratio to bare YARP, p99.</param>
/// <param name="Value">As measured.</param>
/// <param name="Target">What it must reach, or stay under where <paramref name="AtMost"/>; null where it is only reported.</param>
/// <param name="AtMost">Whether less is better.</param>
/// <param name="Unit">x, ms, s, MB; nothing for a ratio.</param>
internal sealed record Claim(string What, double Value, double? Target = null, bool AtMost = false, string Unit = "")
{
    public bool? Met => Target is not { } target ? null : AtMost ? Value <= target : Value >= target;
}
