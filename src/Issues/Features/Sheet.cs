using System.Globalization;
using System.IO.Compression;
using System.Resources;
using System.Xml;
using MiniExcelLibs;
using Platform.Issues.Domain;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Features;

/// <summary>How much of a sheet is taken.</summary>
/// <param name="Rows">So many, and the one with the titles.</param>
/// <param name="Megabytes">As it is sent.</param>
/// <param name="UnfoldedMegabytes">What an Excel file holds, which may be many times as much.</param>
/// <param name="NotASheet">What is said where it cannot be read.</param>
internal sealed record SheetLimits(int Rows, int Megabytes, int UnfoldedMegabytes, Refusal NotASheet)
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>Comma-separated text is understood too.</summary>
    public bool OrCsv { get; init; }

    /// <summary>Lines above the titles that some exports begin with.</summary>
    public int Above { get; init; }

    public int Bytes => Megabytes * Megabyte;
    public long Unfolded => (long)UnfoldedMegabytes * Megabyte;
    public Refusal TooLarge => CategoryRefusals.SheetTooLarge.With(Rows, Megabytes);
}

/// <summary>A row that holds something: its number as Excel shows it, and its cells as they read.</summary>
internal sealed record SheetRow(int Number, string[] Cells);

/// <summary>
/// Reads what somebody uploads as a sheet, whatever it may be instead: it is small, unfolds to something small, and every cell is text that
/// the database can keep. What the columns mean is for each sheet to say.
/// </summary>
internal static class Sheet
{
    /// <summary>Those that titles are understood in.</summary>
    public static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("zh-CN"), CultureInfo.GetCultureInfo("en")];

    private static readonly ResourceManager Texts = new("Platform.Issues.RefusalTexts", typeof(Sheet).Assembly);

    // Beyond these nobody's export goes; whoever formats whole columns has a million rows that are empty.
    internal const int ColumnsAtMost = 64;
    private const int EmptyAtMost = 10_000;

    // From here on Excel keeps no number exactly: its last digits are gone.
    private const double Exact = 1e15;

    /// <summary>The rows that hold something, those above the titles and the titles too.</summary>
    /// <exception cref="RefusedException">sheet.too-large, or what the limits say of no sheet.</exception>
    public static async Task<List<SheetRow>> Read(IFormFile file, SheetLimits limits, CancellationToken ct)
    {
        if (file.Length > limits.Bytes) throw new RefusedException(limits.TooLarge);
        using var held = new MemoryStream((int)file.Length);
        await file.CopyToAsync(held, ct);
        var bytes = held.GetBuffer().AsSpan(0, (int)held.Length);
        var rows = limits.OrCsv && !bytes.StartsWith("PK"u8) ? Csv.Rows(bytes, limits) : OfExcel(held);
        return Some(rows, limits);

        IEnumerable<string[]> OfExcel(MemoryStream workbook)
        {
            // What is small on the way may be huge unfolded: looked at before anything is.
            using (var parts = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true))
                if (parts.Entries.Sum(x => x.Length) > limits.Unfolded) throw new RefusedException(limits.TooLarge);
            workbook.Position = 0;
            foreach (IDictionary<string, object?> row in workbook.Query())
                yield return row.Count <= ColumnsAtMost ? [.. row.Values.Select(Text)] : throw new RefusedException(limits.NotASheet);
        }
    }

    /// <summary>A workbook of these rows, or of several sheets by name.</summary>
    public static async Task<byte[]> Write(object rows, CancellationToken ct, bool printHeader = true)
    {
        using var workbook = new MemoryStream();
        await workbook.SaveAsAsync(rows, printHeader, cancellationToken: ct);
        return workbook.ToArray();
    }

    /// <summary>A title or a word of a sheet, from RefusalTexts; in the reader's language unless told.</summary>
    public static string Word(string key, CultureInfo? language = null) => Texts.GetString(key, language ?? CultureInfo.CurrentUICulture) ?? key;

    /// <summary>Text that can be kept: without what has no sign of its own, and without halves of signs.</summary>
    public static string Clean(string? text)
    {
        text = text?.Trim() ?? "";
        if (!text.Any(x => char.IsControl(x) && x is not '\n' || char.IsSurrogate(x))) return text;
        var whole = string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes());
        return new string([.. whole.Select(x => x is '\t' ? ' ' : x).Where(x => !char.IsControl(x) || x is '\n')]).Trim();
    }

    private static List<SheetRow> Some(IEnumerable<string[]> all, SheetLimits limits)
    {
        try
        {
            var (rows, empty) = (new List<SheetRow>(), 0);
            foreach (var (index, cells) in all.Index())
            {
                if (cells.All(x => x.Length == 0))
                {
                    if (++empty > EmptyAtMost) break;
                    continue;
                }

                if (rows.Count > limits.Rows + limits.Above) throw new RefusedException(limits.TooLarge);
                empty = 0;
                rows.Add(new SheetRow(index + 1, cells));
            }

            return rows;
        }
        // Whatever else a file may be that somebody uploads: the reader's exceptions are as many as its assumptions.
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or ArgumentException or NullReferenceException or KeyNotFoundException or XmlException or NotSupportedException or FormatException or IOException or OverflowException or IndexOutOfRangeException)
        {
            throw new RefusedException(limits.NotASheet);
        }
    }

    private static string Text(object? value) => Clean(value switch
    {
        DateTime at => at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < Exact && number == Math.Floor(number) => number.ToString("0", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    });
}
