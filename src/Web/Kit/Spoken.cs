using System.Globalization;
using Platform.Web.Reading;

namespace Platform.Web.Kit;

/// <summary>What a street named itself, in the reader's language; how long somebody spoke.</summary>
internal static class Spoken
{
    /// <summary>The Chinese name where nobody gave it an English one.</summary>
    public static string Of(string name, string? nameEn) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == ReadingSetup.English ? nameEn ?? name : name;

    /// <summary>How long somebody spoke: minutes and seconds, 3:05.</summary>
    public static string Time(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:d2}");
}
