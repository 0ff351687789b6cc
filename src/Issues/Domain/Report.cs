using System.Text.RegularExpressions;
using Platform.Contracts.Issues.V1;

namespace Platform.Issues.Domain;

/// <summary>What somebody tells the front desk.</summary>
public sealed partial record Report(
    string Title, string Text, string Category, Place Area, Channel Channel, string? Campaign, Guid? AuthorId, bool HideName,
    DateOnly? RaisedOn = null, string? ExternalNumber = null, DateOnly? WantedBy = null, bool IsConfidential = false)
{
    /// <summary>A title for words that have none. The board shows it, so it is the first sentence alone, and without what looks like a number to call.</summary>
    public static string TitleOf(string text)
    {
        var bare = ANumber().Replace(text, "****");
        var end = bare.IndexOfAny(['\n', '\r', '。', '！', '？', '；']);
        var sentence = (end > 1 ? bare[..end] : bare).Trim();
        if (sentence.Length <= Limits.Title) return sentence;
        var cut = char.IsHighSurrogate(sentence[Limits.Title - 2]) ? Limits.Title - 2 : Limits.Title - 1;
        return $"{sentence[..cut]}…";
    }

    [GeneratedRegex(@"\+?\d[\d -]{5,}\d")]
    private static partial Regex ANumber();
}
