using System.Globalization;
using Platform.Issues.Domain;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Features;

/// <summary>What the columns of the sheet are; their titles are in RefusalTexts under these names, and either language's is understood.</summary>
public enum CategoryColumn { Code, Name, NameEn, Parent, Order, Retired }

/// <summary>Categories as an Excel sheet, and back.</summary>
internal static class CategorySheet
{
    private static readonly SheetLimits AtMost = new(Rows: 1_000, Megabytes: 1, UnfoldedMegabytes: 20, CategoryRefusals.NotASheet);
    private static readonly string[] Yes = ["是", "yes", "true", "1"], No = ["", "否", "no", "false", "0"];

    public static Task<byte[]> Write(IEnumerable<Category> all, CancellationToken ct)
    {
        var (yes, no) = IssueQuestions.IsEnglish ? ("yes", "no") : ("是", "否");
        return Sheet.Write(all.Select(x => new Dictionary<string, object?>
        {
            [Title(CategoryColumn.Code)] = x.Code, [Title(CategoryColumn.Name)] = x.Name, [Title(CategoryColumn.NameEn)] = x.NameEn,
            [Title(CategoryColumn.Parent)] = x.ParentCode, [Title(CategoryColumn.Order)] = x.Order, [Title(CategoryColumn.Retired)] = x.IsRetired ? yes : no,
        }).ToList(), ct);
    }

    /// <summary>Each row with what is wrong with its cells.</summary>
    /// <exception cref="RefusedException">sheet.not-a-sheet, sheet.too-large, sheet.no-column.</exception>
    public static async Task<List<CategoryRow>> Read(IFormFile file, CancellationToken ct)
    {
        var rows = await Sheet.Read(file, AtMost, ct);
        var columns = Columns(rows is [{ Number: 1 } titles, ..] ? titles.Cells : []);
        return [.. rows.Skip(1).Select(x => RowOf(x.Number, x.Cells, columns))];
    }

    private static Dictionary<CategoryColumn, int> Columns(string[] titles)
    {
        var found = new Dictionary<CategoryColumn, int>();
        foreach (var column in Enum.GetValues<CategoryColumn>())
        {
            string[] names = [.. Sheet.Languages.Select(x => Title(column, x))];
            if (Array.FindIndex(titles, x => names.Contains(x, StringComparer.OrdinalIgnoreCase)) is >= 0 and var at) found[column] = at;
        }

        foreach (var needed in (CategoryColumn[])[CategoryColumn.Code, CategoryColumn.Name])
            if (!found.ContainsKey(needed)) throw new RefusedException(CategoryRefusals.NoColumn.With(needed));
        return found;
    }

    private static CategoryRow RowOf(int number, string[] cells, Dictionary<CategoryColumn, int> columns)
    {
        string Cell(CategoryColumn column) => columns.TryGetValue(column, out var at) ? cells.ElementAtOrDefault(at) ?? "" : "";
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

    private static string Title(CategoryColumn column, CultureInfo? language = null) => Sheet.Word($"{nameof(CategoryColumn)}.{column}", language);
}
