using System.Globalization;
using System.Resources;

namespace Platform.Meetings.Papers;

/// <summary>The sentences of papers: PaperWords.resx and .en.resx, in the reader's language.</summary>
public static class PaperWords
{
    private static readonly ResourceManager Texts = new("Platform.Meetings.Papers.PaperWords", typeof(PaperWords).Assembly);

    /// <summary>The words under a key, with these in their places.</summary>
    public static string Say(string key, params ReadOnlySpan<object?> parts) =>
        string.Format(CultureInfo.CurrentCulture, Texts.GetString(key, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException(key), parts);

    /// <summary>2026年11月26日, or 26 November 2026.</summary>
    public static string Day(DateOnly day) => day.ToString(Say("Day.Format"), CultureInfo.CurrentCulture);

    /// <summary>2026年11月26日 14:00.</summary>
    public static string Moment(DateTime at) => $"{Day(DateOnly.FromDateTime(at))} {at.ToString("HH:mm", CultureInfo.InvariantCulture)}";

    /// <summary>一, 二 … 十一, or 1, 2 … 11: as headings are counted.</summary>
    public static string Count(int number)
    {
        if (Say("Count.Digits") is not { Length: 11 } digits) return number.ToString(CultureInfo.InvariantCulture);
        return number switch
        {
            <= 10 => digits[number].ToString(),
            < 20 => $"{digits[10]}{digits[number - 10]}",
            < 100 => $"{digits[number / 10]}{digits[10]}{(number % 10 == 0 ? "" : digits[number % 10])}",
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }
}
