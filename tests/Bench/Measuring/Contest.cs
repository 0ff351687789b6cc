namespace Platform.Bench.Measuring;

/// <summary>How long things run.</summary>
/// <param name="WarmUp">Each side, before the first round; none where it is zero.</param>
/// <param name="Round">One round of one side.</param>
/// <param name="Rounds">How many rounds each side has.</param>
internal sealed record Pace(TimeSpan WarmUp, TimeSpan Round, int Rounds)
{
    public static readonly Pace Quick = new(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(2), 3);
    public static readonly Pace Full = new(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(5), 5);
}

/// <summary>One who takes part: for so long, or once through where the work and not the time is given.</summary>
internal sealed record Contestant(string Name, Func<TimeSpan, CancellationToken, Task<Sample>> Run);

/// <summary>
/// Lets the platform and its limits take turns on the same servers in the same minutes, so that what slows the machine slows both. Every second
/// round begins with the other one.
/// </summary>
internal static class Contest
{
    public static async Task<IReadOnlyList<Side>> Run(Pace pace, IReadOnlyList<Contestant> contestants, CancellationToken ct)
    {
        if (pace.WarmUp > TimeSpan.Zero)
            foreach (var contestant in contestants) await contestant.Run(pace.WarmUp, ct);
        var rounds = contestants.ToDictionary(x => x.Name, _ => new List<Sample>());
        for (var round = 0; round < pace.Rounds; round++)
            foreach (var contestant in round % 2 == 0 ? contestants : contestants.Reverse())
                rounds[contestant.Name].Add(await contestant.Run(pace.Round, ct));
        return [.. contestants.Select(x => new Side(x.Name, rounds[x.Name]))];
    }
}
