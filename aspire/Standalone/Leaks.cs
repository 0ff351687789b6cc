using System.Text.Json;
using System.Text.RegularExpressions;

namespace Platform.Standalone;

/// <summary>
/// Looks through what processes wrote, logs, reports and traces, for what must never stand there: telephone numbers, tokens, passwords, keys.
/// What it found is told by its kind and its line's beginning, never by itself.
/// </summary>
public static partial class Leaks
{
    /// <summary>Everything found in these files; none of it is repeated. Files may still be written to.</summary>
    public static IEnumerable<string> In(IEnumerable<string> files, IReadOnlyCollection<string> secrets) =>
        from file in files
        from found in In(file, secrets)
        select found;

    /// <summary>The kind of what a text holds, or null.</summary>
    public static string? Of(string text, IReadOnlyCollection<string> secrets) =>
        Phone().IsMatch(text) ? "a telephone number"
        : Token().IsMatch(text) ? "a token"
        : Password().IsMatch(text) ? "a password"
        : text.Contains(" PRIVATE KEY-----", StringComparison.Ordinal) ? "a private key"
        : secrets.Any(x => text.Contains(x, StringComparison.Ordinal)) ? "one of the platform's own passwords" : null;

    /// <summary>The passwords that a state directory keeps.</summary>
    public static IReadOnlyCollection<string> SecretsOf(StateDirectory state) => File.Exists(state.In("secrets.json"))
        ? [.. JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(state.In("secrets.json")))!.Values.Where(x => x.Length >= 10)] : [];

    private static IEnumerable<string> In(string file, IReadOnlyCollection<string> secrets)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        for (var number = 1; reader.ReadLine() is { } line; number++)
            if (Of(line, secrets) is { } kind)
                yield return $"{Path.GetFileName(file)}, line {number}: {kind}, in a line that begins \"{Digits().Replace(line[..Math.Min(line.Length, 40)], "#")}\"";
    }

    // A mobile number of the mainland, as all the demonstration's people and all the tests' have; not a part of a longer number, a fraction or an id.
    [GeneratedRegex(@"(?<![\w.-])(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?![\w])")]
    private static partial Regex Phone();

    [GeneratedRegex(@"eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.|[Bb]earer [\w-]{24,}|(?:access|refresh|id)_token""?[=:]\s*""?[\w-]{16,}|client_secret""?[=:]\s*""?[\w-]{8,}")]
    private static partial Regex Token();

    [GeneratedRegex(@"(?i)(?<!\w)password""?\s*[=:]\s*""?(?![\s*?'{<（(]|null|x{3})[^\s;,""']{4,}|gongzhi-2026|amqps?://[^:/\s]+:[^@\s*]+@")]
    private static partial Regex Password();

    [GeneratedRegex(@"\d{4,}")]
    private static partial Regex Digits();
}
