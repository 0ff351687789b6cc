using System.Text;
using Platform.Issues.Domain;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Features;

/// <summary>
/// Comma-separated text (RFC 4180) as spreadsheets write it: UTF-8, UTF-16 where a mark says so, or GB18030, which Chinese Excel writes without a
/// word. Tabs and semicolons separate too.
/// </summary>
internal static class Csv
{
    private const int Lines = 6;
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly (byte[] Mark, Encoding Encoding)[] Marked =
    [
        ([0xEF, 0xBB, 0xBF], Utf8), ([0xFF, 0xFE], new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true)),
        ([0xFE, 0xFF], new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true)),
    ];

    /// <summary>Each line, empty ones too, so that a row's number is what a spreadsheet shows.</summary>
    public static IEnumerable<string[]> Rows(ReadOnlySpan<byte> bytes, SheetLimits limits)
    {
        var text = Decoded(bytes, limits);
        return Split(text, Separator(text), limits);
    }

    private static string Decoded(ReadOnlySpan<byte> bytes, SheetLimits limits)
    {
        try
        {
            foreach (var (mark, encoding) in Marked)
                if (bytes.StartsWith(mark)) return Plain(encoding.GetString(bytes[mark.Length..]));
            try { return Plain(Utf8.GetString(bytes)); }
            catch (DecoderFallbackException) { return Plain(Gb18030.GetString(bytes)); }
        }
        catch (DecoderFallbackException)
        {
            throw new RefusedException(limits.NotASheet);
        }

        // Text has no NUL: this is some other file, such as Excel's old format.
        string Plain(string text) => text.Length > 0 && !text.Contains('\0', StringComparison.Ordinal) ? text : throw new RefusedException(limits.NotASheet);
    }

    // Whichever a line near the beginning has most of: the titles are among these.
    private static char Separator(string text) =>
        ",\t;".MaxBy(sign => text.Split('\n', Lines + 1).Take(Lines).Max(line => line.AsSpan().Count(sign)));

    private static IEnumerable<string[]> Split(string text, char separator, SheetLimits limits)
    {
        var (cells, cell, number) = (new List<string>(), new StringBuilder(), 1);
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            // A quote counts where a cell begins with it; within one, two stand for itself.
            if (sign == '"' && cell.Length == 0) at = Quoted(text, at + 1, cell, number);
            else if (sign == separator) Next();
            else if (sign is '\n' or '\r')
            {
                if (sign == '\r' && at + 1 < text.Length && text[at + 1] == '\n') at++;
                Next();
                yield return [.. cells];
                number++;
                cells.Clear();
            }
            else cell.Append(sign);
        }

        if (cells.Count == 0 && cell.Length == 0) yield break;
        Next();
        yield return [.. cells];

        void Next()
        {
            if (cells.Count == Sheet.ColumnsAtMost) throw new RefusedException(limits.NotASheet);
            cells.Add(Sheet.Clean(cell.ToString()));
            cell.Clear();
        }
    }

    private static int Quoted(string text, int from, StringBuilder cell, int row)
    {
        for (var at = from; ; at++)
        {
            var end = text.IndexOf('"', at);
            if (end < 0) throw new RefusedException(ImportRefusals.OpenQuote.With(row));
            cell.Append(text, at, end - at);
            if (end + 1 == text.Length || text[end + 1] != '"') return end;
            cell.Append('"');
            at = end + 1;
        }
    }
}
