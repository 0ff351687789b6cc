using System.Globalization;
using System.IO.Compression;
using System.Resources;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using MiniExcelLibs;
using MiniExcelLibs.Csv;
using Platform.Kernel.Refusals;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The sheet of owners: what is uploaded, whatever it may be instead, and the sheets that we give back.</summary>
internal static partial class OwnerSheet
{
    public const int RowsAtMost = 20_000, MegabytesAtMost = 8;

    /// <summary>With what a form adds; one byte above, the refusal that says so in words is ours.</summary>
    public const int BodyAtMost = (MegabytesAtMost + 1) * 1024 * 1024;

    // An Excel file may unfold to many times what was sent.
    private const long UnfoldedAtMost = 160L * 1024 * 1024;
    private static readonly Refusal TooLarge = OwnerRefusals.TooLarge.With(RowsAtMost, MegabytesAtMost);
    private static readonly ResourceManager Texts = new("Platform.Meetings.RefusalTexts", typeof(OwnerSheet).Assembly);
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("zh-CN"), CultureInfo.GetCultureInfo("en")];
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private static readonly Dictionary<OwnerColumn, string[]> AlsoCalled = new()
    {
        [OwnerColumn.Building] = ["楼号", "楼栋号", "幢", "幢号"], [OwnerColumn.Entrance] = ["单元号", "门号"], [OwnerColumn.Room] = ["房号", "室", "房间号"],
        [OwnerColumn.Owners] = ["业主", "产权人", "权利人", "业主姓名", "owner", "names"], [OwnerColumn.Area] = ["面积", "建筑面积", "产权面积", "area"],
        [OwnerColumn.Phone] = ["电话", "手机", "手机号", "联系电话"], [OwnerColumn.Number] = ["编号", "owner no", "owner no."],
    };

    private static readonly Dictionary<string, OwnerColumn> Known = Enum.GetValues<OwnerColumn>()
        .SelectMany(x => Languages.Select(l => Word($"{nameof(OwnerColumn)}.{x}", l)).Concat(AlsoCalled[x]).Select(t => (Title: Bare(t), Column: x)))
        .DistinctBy(x => x.Title).ToDictionary(x => x.Title, x => x.Column);

    /// <summary>Each row that holds something, with its number as Excel shows it.</summary>
    /// <exception cref="RefusedException">register.not-a-sheet, register.too-large, register.no-columns, register.no-rows.</exception>
    public static async Task<IReadOnlyList<OwnerRow>> Read(IFormFile file, CancellationToken ct)
    {
        if (file.Length > MegabytesAtMost * 1024 * 1024) throw new RefusedException(TooLarge);
        using var held = new MemoryStream((int)file.Length);
        await file.CopyToAsync(held, ct);
        var rows = Rows(held);
        var columns = rows is [var (_, titles), ..] ? titles.Index().Where(x => Known.ContainsKey(Bare(x.Item))).DistinctBy(x => Known[Bare(x.Item)]).ToDictionary(x => Known[Bare(x.Item)], x => x.Index) : [];
        OwnerColumn[] missing = [.. ((OwnerColumn[])[OwnerColumn.Building, OwnerColumn.Room, OwnerColumn.Owners, OwnerColumn.Area]).Except(columns.Keys)];
        if (missing.Length > 0) throw new RefusedException(OwnerRefusals.NoColumns.With(string.Join(" · ", missing.Select(x => Word($"{nameof(OwnerColumn)}.{x}")))));
        if (rows.Count == 1) throw new RefusedException(OwnerRefusals.NoRows);
        return [.. rows.Skip(1).Select(x => new OwnerRow(x.Number, columns.ToDictionary(c => c.Key, c => x.Cells.ElementAtOrDefault(c.Value) ?? "")))];
    }

    /// <summary>The titles alone, in the reader's language, with a line that shows how it is meant.</summary>
    public static Task<byte[]> Template(CancellationToken ct) => Workbook.Of(new[]
    {
        Enum.GetValues<OwnerColumn>().ToDictionary(x => Word($"{nameof(OwnerColumn)}.{x}"), x => (object?)Word($"{nameof(OwnerColumn)}.{x}.Example")),
    }, ct);

    public static string Word(string key, CultureInfo? language = null) => Texts.GetString(key, language ?? CultureInfo.CurrentUICulture) ?? key;

    private static List<(int Number, string[] Cells)> Rows(MemoryStream held)
    {
        try
        {
            var rows = new List<(int, string[])>();
            foreach (var (index, row) in Cells(held).Index())
            {
                if (rows.Count > RowsAtMost) throw new RefusedException(TooLarge);
                if (Array.Exists(row, x => x.Length > 0)) rows.Add((index + 1, row));
            }

            return rows;
        }
        // Whatever else a file may be that somebody uploads: the reader's exceptions are as many as its assumptions.
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or ArgumentException or NullReferenceException or KeyNotFoundException or XmlException or NotSupportedException or FormatException or IOException or OverflowException or IndexOutOfRangeException)
        {
            throw new RefusedException(OwnerRefusals.NotASheet);
        }
    }

    private static IEnumerable<string[]> Cells(MemoryStream held)
    {
        var bytes = held.GetBuffer().AsSpan(0, (int)held.Length);
        var csv = !bytes.StartsWith("PK"u8);
        // Text has no NUL: this is some other file, such as Excel's old format.
        if (csv && (bytes.IsEmpty || bytes.Contains((byte)0))) throw new InvalidDataException();
        if (!csv)
            using (var parts = new ZipArchive(held, ZipArchiveMode.Read, leaveOpen: true))
                if (parts.Entries.Sum(x => x.Length) > UnfoldedAtMost) throw new RefusedException(TooLarge);
        held.Position = 0;
        var encoding = csv ? EncodingOf(bytes) : Utf8;
        var configuration = csv ? new CsvConfiguration { StreamReaderFunc = stream => new StreamReader(stream, encoding) } : null;
        return held.Query(excelType: csv ? ExcelType.CSV : ExcelType.XLSX, configuration: configuration).Cast<IDictionary<string, object?>>().Select(x => x.Values.Select(Text).ToArray());
    }

    // Chinese Excel writes GB18030 without a word.
    private static Encoding EncodingOf(ReadOnlySpan<byte> bytes)
    {
        try
        {
            Utf8.GetCharCount(bytes);
            return Utf8;
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        }
    }

    // Text that the database can keep: without control characters and halves of signs.
    private static string Text(object? value) =>
        string.Concat((Convert.ToString(value, CultureInfo.InvariantCulture) ?? "").EnumerateRunes().Where(x => !Rune.IsControl(x))).Trim();

    // 面积（㎡）* is 面积.
    private static string Bare(string title) => Beside().Replace(title, "").ToLowerInvariant();

    [GeneratedRegex(@"[（(\[【].*?[）)\]】]|[\s*＊:：_]")]
    private static partial Regex Beside();
}
