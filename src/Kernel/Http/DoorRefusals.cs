using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Platform.Kernel.Refusals;

namespace Platform.Kernel.Http;

/// <summary>
/// What each door refuses: as the table of doors in the service's README tells it, which lies in its assembly. One place tells people and
/// programs. A row whose address ends in … is about every door that begins so; "the same" and "as above" are those of the row before.
/// </summary>
internal sealed partial class DoorRefusals
{
    private readonly Dictionary<string, Refusal> _known;
    private readonly List<(string Method, string Path, HashSet<string> Codes)> _rows = [];
    private readonly RefusalTexts _texts;

    public DoorRefusals(Assembly service, RefusalTexts texts)
    {
        _texts = texts;
        _known = new[] { service, typeof(KernelRefusals).Assembly }.SelectMany(x => x.GetTypes()).Where(x => x.Name.EndsWith("Refusals", StringComparison.Ordinal))
            .SelectMany(Declared).DistinctBy(x => x.Code).ToDictionary(x => x.Code);
        using var readme = service.GetManifestResourceStream("README.md");
        if (readme is null) return;
        foreach (Match row in ARow().Matches(new StreamReader(readme).ReadToEnd()))
        {
            var codes = ACode().Matches(row.Groups[3].Value).Select(x => x.Value).Where(_known.ContainsKey).ToHashSet();
            if (_rows.Count > 0 && AsBefore().IsMatch(row.Groups[3].Value)) codes.UnionWith(_rows[^1].Codes);
            _rows.Add((row.Groups[1].Value, Bare(row.Groups[2].Value), codes));
        }
    }

    /// <summary>Those of this door's own, by code.</summary>
    public IEnumerable<Refusal> Of(string method, string path) => _rows
        .Where(x => x.Method == method && (x.Path.EndsWith('…') ? Bare(path).StartsWith(x.Path[..^1], StringComparison.Ordinal) : x.Path == Bare(path)))
        .SelectMany(x => x.Codes).Distinct().Order(StringComparer.Ordinal).Select(x => _known[x]);

    /// <summary>Its sentence, with … for what is only known when it is said. Descriptions are in English.</summary>
    public string Sentence(Refusal refusal)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
            return _texts.Of(refusal with { Args = [.. Enumerable.Repeat("…", 8)] });
        }
        finally { CultureInfo.CurrentUICulture = before; }
    }

    // A refusal that is a method names what it is about: any will do, the code is the same.
    private static IEnumerable<Refusal> Declared(Type type) =>
    [
        .. type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(x => x.FieldType == typeof(Refusal)).Select(x => (Refusal)x.GetValue(null)!),
        .. type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(x => x.ReturnType == typeof(Refusal) && x.GetParameters().All(p => p.ParameterType.IsEnum))
            .Select(x => (Refusal)x.Invoke(null, [.. x.GetParameters().Select(p => Enum.GetValues(p.ParameterType).GetValue(0))])!),
    ];

    private static string Bare(string path) => AParameter().Replace($"/{path.Trim('/')}", "{$1}");

    [GeneratedRegex(@"^\|\s*`?(GET|POST|PUT|DELETE) (/[^\s`|]*)`?\s*\|[^|\n]*\|([^\n]*)\|\s*$", RegexOptions.Multiline)]
    private static partial Regex ARow();

    [GeneratedRegex(@"[a-z0-9-]+(?:\.[a-z0-9-]+)?")]
    private static partial Regex ACode();

    [GeneratedRegex(@"\b(the same|as above)\b")]
    private static partial Regex AsBefore();

    [GeneratedRegex(@"\{\*{0,2}(\w+)(?::[^}]*)?\??\}")]
    private static partial Regex AParameter();
}
