using System.Text.RegularExpressions;
using Platform.Worlds;

namespace Platform.Architecture.Tests;

/// <summary>The checkout's own files, as text.</summary>
internal static class Sources
{
    public static readonly string[] Services = ["Directory", "Insights", "Issues", "Meetings", "Partners", "Volunteers"];

    /// <summary>Every source file that people write: not what was generated, not what a build leaves.</summary>
    public static IEnumerable<string> Files(string pattern, params string[] folders) =>
        (folders.Length == 0 ? ["src", "aspire", "tests"] : folders)
        .Select(x => Path.Combine(Checkout.Root, x)).Where(System.IO.Directory.Exists)
        .SelectMany(x => System.IO.Directory.EnumerateFiles(x, pattern, SearchOption.AllDirectories))
        .Where(x => !Regex.IsMatch(x, @"[/\\](bin|obj|Migrations|node_modules)[/\\]|\.g\.cs$"));

    public static string Name(string file) => Path.GetRelativePath(Checkout.Root, file);

    /// <summary>The files that hold what the pattern describes, as paths in the checkout.</summary>
    public static IEnumerable<string> Holding(string regex, params string[] folders) =>
        Files("*.cs", folders).Where(x => Regex.IsMatch(File.ReadAllText(x), regex)).Select(Name);
}
