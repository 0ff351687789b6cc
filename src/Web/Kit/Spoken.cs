using System.Globalization;
using Platform.Web.Reading;

namespace Platform.Web.Kit;

/// <summary>What a street named itself, in the reader's language.</summary>
internal static class Spoken
{
    /// <summary>The Chinese name where nobody gave it an English one.</summary>
    public static string Of(string name, string? nameEn) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == ReadingSetup.English ? nameEn ?? name : name;
}
