using System.Globalization;
using System.IO.Compression;
using System.Resources;
using System.Xml;
using MiniExcelLibs;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Features;

/// <summary>What the columns of the sheet are; their titles are in RefusalTexts under these names, and either language's is understood.</summary>
public enum CategoryColumn { Code, Name, NameEn, Parent, Order, Retired }

/// <summary>Categories as an Excel sheet, and back.</summary>
internal static class CategorySheet
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int RowsAtMost = 1_000, BytesAtMost = 1024 * 1024, UnfoldedAtMost = 20 * BytesAtMost;
    private static readonly ResourceManager Texts = new("Platform.Issues.RefusalTexts", typeof(CategorySheet).Assembly);
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("zh-CN"), CultureInfo.GetCultureInfo("en")];
    private static readonly string[] Yes = ["是", "yes", "true", "1"], No = ["", "否", "no", "false", "0"];

    public static async Task<byte[]> Write(IEnumerable<Category> all, CancellationToken ct)
    {
        var (yes, no) = IssueQuestions.IsEnglish ? ("yes", "no") : ("是", "否");
        var rows = all.Select(x => new Dictionary<string, object?>
        {
            [Title(CategoryColumn.Code)] = x.Code, [Title(CategoryColumn.Name)] = x.Name, [Title(CategoryColumn.NameEn)] = x.NameEn,
            [Title(CategoryColumn.Parent)] = x.ParentCode, [Title(CategoryColumn.Order)] = x.Order, [Title(CategoryColumn.Retired)] = x.IsRetired ? yes : no,
        }).ToList();
        using var sheet = new MemoryStream();
        await sheet.SaveAsAsync(rows, cancellationToken: ct);
        return sheet.ToArray();
    }

    /// <summary>Each row with what is wrong with its cells.</summary>
    /// <exception cref="RefusedException">sheet.not-a-sheet, sheet.too-large, sheet.no-column.</exception>
    public static async Task<List<CategoryRow>> Read(IFormFile file, CancellationToken ct)
    {
        if (file.Length > BytesAtMost) throw new RefusedException(CategoryRefusals.SheetTooLarge.With(RowsAtMost));
        using var sheet = new MemoryStream();
        await file.CopyToAsync(sheet, ct);
        var rows = Cells(sheet);
        var columns = Columns(rows.Count > 0 ? rows[0] : []);
        return [.. rows.Index().Skip(1).Where(x => x.Item.Values.Any(v => v.Length > 0)).Select(x => RowOf(x.Index + 1, x.Item, columns))];
    }

    private static List<Dictionary<string, string>> Cells(MemoryStream sheet)
    {
        try
        {
            // What is small on the way may be huge unfolded: looked at before anything is.
            using (var parts = new ZipArchive(sheet, ZipArchiveMode.Read, leaveOpen: true))
                if (parts.Entries.Sum(x => x.Length) > UnfoldedAtMost) throw new RefusedException(CategoryRefusals.SheetTooLarge.With(RowsAtMost));
            sheet.Position = 0;
            var rows = sheet.Query().Take(RowsAtMost + 2).Cast<IDictionary<string, object?>>()
                .Select(row => row.ToDictionary(x => x.Key, x => Convert.ToString(x.Value, CultureInfo.InvariantCulture)?.Trim() ?? "")).ToList();
            return rows.Count <= RowsAtMost + 1 ? rows : throw new RefusedException(CategoryRefusals.SheetTooLarge.With(RowsAtMost));
        }
        // Whatever else a file may be that somebody uploads: the reader's exceptions are as many as its assumptions.
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or ArgumentException or NullReferenceException or KeyNotFoundException or XmlException or NotSupportedException or FormatException or IOException)
        {
            throw new RefusedException(CategoryRefusals.NotASheet);
        }
    }

    private static Dictionary<CategoryColumn, string> Columns(Dictionary<string, string> titles)
    {
        var found = new Dictionary<CategoryColumn, string>();
        foreach (var column in Enum.GetValues<CategoryColumn>())
        {
            string[] names = [.. Languages.Select(x => Title(column, x))];
            if (titles.FirstOrDefault(x => names.Contains(x.Value, StringComparer.OrdinalIgnoreCase)).Key is { } at) found[column] = at;
        }

        foreach (var needed in (CategoryColumn[])[CategoryColumn.Code, CategoryColumn.Name])
            if (!found.ContainsKey(needed)) throw new RefusedException(CategoryRefusals.NoColumn.With(needed));
        return found;
    }

    private static CategoryRow RowOf(int number, Dictionary<string, string> cells, Dictionary<CategoryColumn, string> columns)
    {
        string Cell(CategoryColumn column) => columns.TryGetValue(column, out var at) ? cells.GetValueOrDefault(at, "") : "";
        var (code, name, order, retired) = (Cell(CategoryColumn.Code), Cell(CategoryColumn.Name), Cell(CategoryColumn.Order), Cell(CategoryColumn.Retired));
        var english = Cell(CategoryColumn.NameEn) is { Length: > 0 } told ? told : name;
        var place = int.TryParse(order, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var some) ? some : (int?)null;
        var problem = code.Length == 0 ? CategoryRefusals.CellMissing.With(CategoryColumn.Code)
            : !KeepCategories.IsCode(code) ? CategoryRefusals.BadCode
            : name.Length == 0 ? CategoryRefusals.CellMissing.With(CategoryColumn.Name)
            : name.Length > Limits.CategoryName ? CategoryRefusals.CellTooLong.With(CategoryColumn.Name, Limits.CategoryName)
            : english.Length > Limits.CategoryName ? CategoryRefusals.CellTooLong.With(CategoryColumn.NameEn, Limits.CategoryName)
            : order.Length > 0 && place is null ? CategoryRefusals.CellNoNumber.With(CategoryColumn.Order)
            : !Yes.Concat(No).Contains(retired.ToLowerInvariant()) ? CategoryRefusals.CellNoYes.With(CategoryColumn.Retired)
            : null;
        return new CategoryRow(number, new CategoryEntry(code, name, english, KeepCategories.CodeOrNone(Cell(CategoryColumn.Parent)), place, Yes.Contains(retired.ToLowerInvariant())), problem);
    }

    private static string Title(CategoryColumn column, CultureInfo? language = null) => Texts.GetString($"{nameof(CategoryColumn)}.{column}", language ?? CultureInfo.CurrentUICulture)!;
}
