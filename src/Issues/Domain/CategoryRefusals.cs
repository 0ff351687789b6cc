using Platform.Kernel.Refusals;

namespace Platform.Issues.Domain;

/// <summary>Every "no" about categories and their sheets.</summary>
public static class CategoryRefusals
{
    public static readonly Refusal CodeTaken = new("category.code-taken");
    public static readonly Refusal BadCode = new("category.bad-code", StatusCodes.Status400BadRequest);
    public static readonly Refusal UnknownParent = new("category.unknown-parent", StatusCodes.Status400BadRequest);
    public static readonly Refusal ThirdLevel = new("category.third-level");
    public static readonly Refusal ParentRetired = new("category.parent-retired");
    public static readonly Refusal HasOffered = new("category.has-offered");
    public static readonly Refusal OrderIncomplete = new("category.order-incomplete");
    public static readonly Refusal TooMany = new("category.too-many");
    public static readonly Refusal Retired = new("category.retired");
    public static readonly Refusal NotASheet = new("sheet.not-a-sheet", StatusCodes.Status415UnsupportedMediaType);
    public static readonly Refusal NoColumn = new("sheet.no-column", StatusCodes.Status400BadRequest);
    public static readonly Refusal SheetTooLarge = new("sheet.too-large", StatusCodes.Status413PayloadTooLarge);
    public static readonly Refusal RowsWrong = new("sheet.rows-wrong", StatusCodes.Status400BadRequest);
    public static readonly Refusal RowTwice = new("sheet.row-twice", StatusCodes.Status400BadRequest);
    public static readonly Refusal CellMissing = new("sheet.cell-missing", StatusCodes.Status400BadRequest);
    public static readonly Refusal CellTooLong = new("sheet.cell-too-long", StatusCodes.Status400BadRequest);
    public static readonly Refusal CellNoNumber = new("sheet.cell-no-number", StatusCodes.Status400BadRequest);
    public static readonly Refusal CellNoYes = new("sheet.cell-no-yes", StatusCodes.Status400BadRequest);
}
