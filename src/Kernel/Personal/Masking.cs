using System.Text.RegularExpressions;

namespace Platform.Kernel.Personal;

/// <summary>What people type into texts that everybody reads.</summary>
public static partial class Masking
{
    /// <summary>
    /// Mobile numbers as 138****1234 and numbers of identity cards as ****, however they are spaced, also in full-width digits. A receipt
    /// number is neither, and stays.
    /// </summary>
    public static string MaskedIn(string text) => Mobile().Replace(Identity().Replace(text, "****"), x =>
    {
        var digits = Digits(x.Value);
        return $"{digits[^11..^8]}****{digits[^4..]}";
    });

    private static string Digits(string text) => string.Concat(text.Where(char.IsDigit).Select(x => (char)('0' + char.GetNumericValue(x))));

    [GeneratedRegex(@"(?<!\d)(?:[+＋]?8\s?6[-\s]?|８６)?[1１][3-9３-９]\d(?:[-－ 　·.]?\d){8}(?!\d)")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<![\dA-Za-z])\d{6}[-\s]?\d{8}[-\s]?\d{3}[\dXxＸ](?!\d)")]
    private static partial Regex Identity();
}
