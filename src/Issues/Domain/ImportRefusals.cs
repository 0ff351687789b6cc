using Platform.Kernel.Refusals;

namespace Platform.Issues.Domain;

/// <summary>Every "no" about the hotline's orders: of a file, of a run, and of a row (which is no answer of a door, but a line of the preview).</summary>
public static class ImportRefusals
{
    public static readonly Refusal NotASheet = new("import.not-a-sheet", StatusCodes.Status415UnsupportedMediaType);
    public static readonly Refusal OpenQuote = new("import.open-quote", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoColumns = new("import.no-columns", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoRows = new("import.no-rows", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotStaged = new("import.not-staged");
    public static readonly Refusal NothingNew = new("import.nothing-new");
    public static readonly Refusal NoErrors = new("import.no-errors");

    public static readonly Refusal NumberRounded = new("import.number-rounded");
    public static readonly Refusal RowTwice = new("import.row-twice");
    public static readonly Refusal NoDay = new("import.no-day");
    public static readonly Refusal InTheFuture = new("import.in-the-future");
    public static readonly Refusal UnknownCategory = new("import.unknown-category");
    public static readonly Refusal AmbiguousCategory = new("import.ambiguous-category");
    public static readonly Refusal PlaceMissing = new("import.place-missing");
    public static readonly Refusal UnknownPlace = new("import.unknown-place");
    public static readonly Refusal AmbiguousPlace = new("import.ambiguous-place");
    public static readonly Refusal RowFailed = new("import.row-failed");
}
