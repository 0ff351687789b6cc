using System.Globalization;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>What the columns of the register's sheet are; their titles are in RefusalTexts under these names.</summary>
public enum OwnerColumn { Building, Entrance, Room, Owners, Area, Phone, Number }

/// <summary>A row of the sheet, with its number as Excel shows it.</summary>
public sealed record OwnerRow(int Number, IReadOnlyDictionary<OwnerColumn, string> Cells)
{
    public string this[OwnerColumn column] => Cells.GetValueOrDefault(column, "");
}

/// <summary>What is wrong with a row.</summary>
public sealed record OwnerRowProblem(int Row, Refusal Problem);

/// <summary>
/// Makes owners of a sheet's rows, a row a unit. Several rows are one owner where they bear the same owner's number, or else the same names and the
/// same phone. The same name alone is not enough: in any estate there are two called 王伟.
/// </summary>
public static class OwnerReader
{
    private const long HundredthsAtMost = 10_000_000; // 100,000 m²: beyond that a comma slipped.
    private static readonly char[] BetweenNames = ['、', '，', ',', '；', ';', '/'];
    private static readonly OwnerColumn[] Needed = [OwnerColumn.Building, OwnerColumn.Room, OwnerColumn.Owners, OwnerColumn.Area];

    /// <returns>The owners; none where anything is wrong, for a register that lacks a unit would make every share of it too large.</returns>
    public static (IReadOnlyList<Owner> Owners, IReadOnlyList<OwnerRowProblem> Wrong) Read(Guid registerId, IReadOnlyList<OwnerRow> rows, Phones phones)
    {
        var (firsts, wrong) = (new Dictionary<string, int>(), new List<OwnerRowProblem>());
        foreach (var row in rows)
        {
            wrong.AddRange(Wrong(row).Select(x => new OwnerRowProblem(row.Number, x)));
            var label = OwnedUnit.LabelOf(row[OwnerColumn.Building], row[OwnerColumn.Entrance], row[OwnerColumn.Room]);
            if (!firsts.TryAdd(label, row.Number)) wrong.Add(new OwnerRowProblem(row.Number, OwnerRefusals.UnitTwice.With(label, firsts[label])));
        }

        return wrong.Count > 0 ? ([], wrong) : ([.. rows.GroupBy(KeyOf).Select(x => OwnerOf(registerId, [.. x], phones))], wrong);
    }

    /// <summary>An area as it is written: up to two decimals, as real estate registers have it.</summary>
    /// <returns>Hundredths of a square metre; null where it is none.</returns>
    public static long? Hundredths(string typed) =>
        decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var area) && area > 0 && area * 100 <= HundredthsAtMost && decimal.Truncate(area * 100) == area * 100
            ? (long)(area * 100) : null;

    private static IEnumerable<Refusal> Wrong(OwnerRow row)
    {
        foreach (var column in Needed)
            if (row[column].Length == 0) yield return OwnerRefusals.CellMissing.With(column);
        foreach (var (column, text) in row.Cells)
            if (text.Length > AtMost(column)) yield return OwnerRefusals.CellTooLong.With(column, AtMost(column));
        if (row[OwnerColumn.Owners].Length > 0 && Names(row).Length == 0) yield return OwnerRefusals.CellMissing.With(OwnerColumn.Owners);
        if (row[OwnerColumn.Area].Length > 0 && Hundredths(row[OwnerColumn.Area]) is null) yield return OwnerRefusals.BadArea.With(row[OwnerColumn.Area]);
        if (row[OwnerColumn.Phone].Length > 0 && Normal(row[OwnerColumn.Phone]) is null) yield return OwnerRefusals.BadPhone.With(row[OwnerColumn.Phone]);
    }

    private static int AtMost(OwnerColumn column) => column switch { OwnerColumn.Owners => 200, OwnerColumn.Number => 40, _ => 20 };

    private static string KeyOf(OwnerRow row) =>
        row[OwnerColumn.Number] is { Length: > 0 } number ? $"n{number}"
        : Normal(row[OwnerColumn.Phone]) is { } phone ? $"p{phone} {string.Join('、', Names(row).Order(StringComparer.Ordinal))}" : $"r{row.Number}";

    private static Owner OwnerOf(Guid registerId, OwnerRow[] rows, Phones phones)
    {
        var phone = rows.Select(x => Normal(x[OwnerColumn.Phone])).FirstOrDefault(x => x is not null);
        return new Owner([.. rows.SelectMany(Names).Distinct()], phone is null ? null : phones.Store(phone), phone is null ? null : Phones.Masked(phone),
            rows.Select(x => new OwnedUnit(registerId, x[OwnerColumn.Building], x[OwnerColumn.Entrance], x[OwnerColumn.Room], Hundredths(x[OwnerColumn.Area])!.Value)));
    }

    private static string[] Names(OwnerRow row) => row[OwnerColumn.Owners].Split(BetweenNames, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Normal(string typed)
    {
        try { return typed.Length == 0 ? null : Phones.Normal(typed); }
        catch (RefusedException) { return null; }
    }
}
