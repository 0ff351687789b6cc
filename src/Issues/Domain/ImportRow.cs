using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Domain;

/// <summary>What a row of the hotline's sheet is: to be taken over, here already, wrong, or taken over.</summary>
public enum ImportRowState { New, Known, Wrong, Imported }

/// <summary>What is wrong with a row, kept as a refusal's code and arguments, so that each reader has it in their language.</summary>
public sealed record RowProblem(string Code, IReadOnlyList<string> Args)
{
    private const string Column = $"{nameof(HotlineColumn)}.";

    public static RowProblem Of(Refusal refusal) =>
        new(refusal.Code, [.. refusal.Args.Select(x => x is HotlineColumn column ? $"{Column}{column}" : $"{x}")]);

    public Refusal AsRefusal() => new(Code)
    {
        Args = [.. Args.Select(x => x.StartsWith(Column, StringComparison.Ordinal) && Enum.TryParse<HotlineColumn>(x[Column.Length..], out var column) ? column : (object)x)],
    };
}

/// <summary>A row of a run.</summary>
public sealed class ImportRow : TenantRow
{
    private ImportRow() { }

    public Guid RunId { get; private init; }

    /// <summary>Its number as Excel shows it.</summary>
    public int Number { get; private init; }

    public ImportRowState State { get; private set; }
    public string ExternalNumber { get; private init; } = "";
    public string Title { get; private init; } = "";

    /// <summary>What was found for it; null where nothing was.</summary>
    public string? Category { get; private init; }
    public Guid? AreaId { get; private init; }

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<RowProblem> Problems { get; private set; } = [];

    /// <summary>
    /// Everything as it was typed, encrypted as phones are, since the caller's name and number are among it. It goes when the row has become an issue,
    /// when the run is discarded, and after a month.
    /// </summary>
    public string? Cells { get; private set; }

    public Guid? IssueId { get; private set; }

    public static ImportRow Of(Guid runId, int number, HotlineCells cells, HotlineOrder? order, ImportRowState state, IReadOnlyList<Refusal> wrong, string encrypted) => new()
    {
        RunId = runId, Number = number, State = state, Cells = state is ImportRowState.Known ? null : encrypted, Problems = [.. wrong.Select(RowProblem.Of)],
        ExternalNumber = Cut(cells[HotlineColumn.Number], Limits.ExternalNumber), Title = order?.Title ?? Report.TitleOf(cells[HotlineColumn.Title] is { Length: > 0 } title ? title : cells[HotlineColumn.Content]),
        Category = order?.Category, AreaId = order?.Area.Id,
    };

    /// <summary>It became an issue.</summary>
    public void Became(Guid issueId) => (State, IssueId, Cells) = (ImportRowState.Imported, issueId, null);

    /// <summary>Somebody else's import was first.</summary>
    public void IsKnown() => (State, Cells) = (ImportRowState.Known, null);

    public void IsWrong(IReadOnlyList<Refusal> wrong) => (State, Problems) = (ImportRowState.Wrong, [.. wrong.Select(RowProblem.Of)]);

    private static string Cut(string text, int atMost) => text.Length <= atMost ? text : text[..(char.IsHighSurrogate(text[atMost - 1]) ? atMost - 1 : atMost)];
}
