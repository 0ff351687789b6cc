using Platform.Standalone;

namespace Platform.Journeys.Stage;

/// <summary>What processes left in writing.</summary>
internal static class LastWords
{
    /// <summary>The last complaints of every process that has some.</summary>
    public static string Of(string logs) => string.Join(Environment.NewLine, Directory.GetFiles(logs).Order()
        .Select(x => (Name: Path.GetFileName(x), Words: Complaints(x))).Where(x => x.Words.Length > 0).Select(x => $"--- {x.Name}\n{x.Words}"));

    /// <summary>What aspire/Demonstration wrote down: begun, or played.</summary>
    /// <exception cref="InvalidOperationException">It failed, and wrote why.</exception>
    public static string? OfTheDemonstration(StateDirectory state) => !File.Exists(state.In("demonstration")) ? null
        : File.ReadAllText(state.In("demonstration")).Trim() is var word && word.StartsWith("failed", StringComparison.Ordinal)
            ? throw new InvalidOperationException($"The demonstration's life {word}") : word;

    // A complaint's first lines; its stack says where, the rest is in the log.
    private static string Complaints(string log)
    {
        var lines = File.ReadAllLines(log);
        var at = Enumerable.Range(0, lines.Length).Where(x => lines[x].StartsWith("warn: Platform", StringComparison.Ordinal) || lines[x].StartsWith("fail:", StringComparison.Ordinal)
            || lines[x].StartsWith("crit:", StringComparison.Ordinal) || lines[x].Contains("Unhandled", StringComparison.Ordinal));
        return string.Join('\n', at.TakeLast(5).SelectMany(x => lines.Skip(x).Take(5)));
    }
}
