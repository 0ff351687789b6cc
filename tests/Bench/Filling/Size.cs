using System.Globalization;

namespace Platform.Bench.Filling;

/// <summary>How large the issue service's database is.</summary>
/// <param name="Issues">All of them together.</param>
/// <param name="Streets">Among so many streets; the measured one has all of them where it is alone, else every tenth.</param>
internal sealed record Size(int Issues, int Streets)
{
    public string Database => string.Create(CultureInfo.InvariantCulture, $"issuesdb_{Issues}_{Streets}");

    public int OfOneStreet => Streets == 1 ? Issues : Issues / 10;

    public string Said => string.Create(CultureInfo.InvariantCulture, $"{Issues:N0} issues, {Streets} streets");

    /// <summary>Made once by <c>fill</c> and kept.</summary>
    public static readonly Size Large = new(10_000_000, 200);

    /// <summary>What grows with what: size at the most streets, streets at the middle size.</summary>
    public static IReadOnlyList<Size> All(bool quick) => quick
        ? [new(10_000, 1), new(100_000, 200)]
        : [new(10_000, 200), new(1_000_000, 1), new(1_000_000, 50), new(1_000_000, 200), Large];
}
