using System.Globalization;
using System.Resources;

namespace Platform.Kernel.Refusals;

/// <summary>
/// The sentences of refusals in the reader's language. A service adds the resources that lie in its root as RefusalTexts.resx (zh-CN)
/// and RefusalTexts.en.resx; the kernel's own are always asked last.
/// </summary>
public sealed class RefusalTexts(IEnumerable<ResourceManager> ofServices)
{
    private readonly ResourceManager[] _all =
        [.. ofServices, new ResourceManager("Platform.Kernel.RefusalTexts", typeof(RefusalTexts).Assembly)];

    public string Of(Refusal refusal) =>
        Find(refusal.Code) is { } text
            ? string.Format(CultureInfo.CurrentCulture, text, [.. refusal.Args.Select(Word)])
            : refusal.Code;

    /// <summary>An enum's own word, as the sentences have it.</summary>
    public string Word(Enum value) => Find($"{value.GetType().Name}.{value}") ?? value.ToString();

    private object Word(object arg) => arg is Enum value ? Word(value) : arg;

    private string? Find(string key)
    {
        foreach (var texts in _all)
            if (texts.GetString(key, CultureInfo.CurrentUICulture) is { } text) return text;
        return null;
    }
}
