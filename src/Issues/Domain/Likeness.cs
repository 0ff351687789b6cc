using System.Text;

namespace Platform.Issues.Domain;

/// <summary>
/// How alike two matters are, from 0 to 1: by the pairs of neighbouring characters that both have (Dice's coefficient), in the title or in all that
/// was told, and by how near they are. Words in another order and with others in between still share most of their pairs.
/// </summary>
public sealed class Likeness
{
    /// <summary>From here on a person is shown it. 屋顶漏水 and 楼顶漏水严重 of one building are; 路灯不亮 and 路灯太亮 of two grids are not.</summary>
    public const double Worth = 0.4;

    private const int SignsAtMost = 300;
    private readonly HashSet<string> _title, _all;
    private readonly string _path;

    public Likeness(string title, string? text, string areaPath) => (_title, _all, _path) = (PairsOf(title), PairsOf($"{title} {text}"), areaPath);

    public double To(Likeness other)
    {
        var words = Math.Max(Dice(_title, other._title), Dice(_all, other._all));
        return words == 0 ? 0 : Math.Min(1, words + Nearness(other));
    }

    private double Nearness(Likeness other) =>
        _path == other._path ? 0.15 : Above(_path) == Above(other._path) || _path.StartsWith(other._path, StringComparison.Ordinal) || other._path.StartsWith(_path, StringComparison.Ordinal) ? 0.05 : 0;

    private static string Above(string path) => path.Length < 2 ? "" : path[..(path.LastIndexOf('/', path.Length - 2) + 1)];

    private static double Dice(HashSet<string> one, HashSet<string> other) =>
        one.Count == 0 || other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);

    // What is no letter and no digit says nothing of the matter.
    private static HashSet<string> PairsOf(string words)
    {
        Rune[] signs = [.. words.EnumerateRunes().Where(Rune.IsLetterOrDigit).Select(Rune.ToLowerInvariant).Take(SignsAtMost)];
        return [.. signs.Zip(signs.Skip(1)).Select(x => $"{x.First}{x.Second}")];
    }
}
