using Platform.Kernel.Refusals;

namespace Platform.Issues.Domain;

/// <summary>A street's categories together: two levels, none without its parent, and nothing retired above what is still offered.</summary>
public sealed class CategoryList(IEnumerable<Category> all)
{
    public const int AtMost = 300;
    private const int Step = 10;
    private readonly Dictionary<string, Category> _all = all.ToDictionary(x => x.Code, StringComparer.Ordinal);

    /// <summary>How many more there may be.</summary>
    public int Room => AtMost - _all.Count;

    public bool Has(string code) => _all.ContainsKey(code);

    public Category Find(string code) => _all.GetValueOrDefault(code) ?? throw new RefusedException(KernelRefusals.NotFound);

    public Category Add(CategoryEntry told)
    {
        if (Has(told.Code)) throw new RefusedException(CategoryRefusals.CodeTaken.With(told.Code));
        Demand(told);
        return Placed(told);
    }

    public void Change(CategoryEntry told)
    {
        Demand(told);
        Find(told.Code).Become(told);
    }

    /// <summary>These, which are all of one parent, in this order.</summary>
    public void Arrange(string? parentCode, IReadOnlyList<string> codes)
    {
        var siblings = _all.Values.Where(x => x.ParentCode == parentCode).ToDictionary(x => x.Code, StringComparer.Ordinal);
        if (!siblings.Keys.Order().SequenceEqual(codes.Order())) throw new RefusedException(CategoryRefusals.OrderIncomplete);
        foreach (var (place, code) in codes.Index()) siblings[code].Become(siblings[code].Entry with { Order = (place + 1) * Step });
    }

    /// <summary>
    /// Takes a sheet's rows over. What is wrong with a row is said of it, and the others are looked at all the same; whoever asked saves only
    /// where nothing is wrong. What the sheet does not name stays as it is.
    /// </summary>
    public IReadOnlyList<CategoryLine> Take(IReadOnlyList<CategoryRow> rows)
    {
        var first = rows.DistinctBy(x => x.Entry.Code).ToHashSet();
        var sound = rows.Where(x => x.Problem is null && first.Contains(x)).ToList();
        var picture = Picture(sound.ConvertAll(x => x.Entry));
        if (picture.Count > AtMost) throw new RefusedException(CategoryRefusals.TooMany.With(AtMost));
        var told = sound.Select(x => x.Entry.Code).ToHashSet();
        return [.. rows.Select(x => Line(x, first.Contains(x) ? Check(x.Entry.Code, picture, told) : CategoryRefusals.RowTwice.With(x.Entry.Code)))];
    }

    private CategoryLine Line(CategoryRow row, Refusal? problem)
    {
        if ((row.Problem ?? problem) is { } wrong) return new CategoryLine(row, CategoryOutcome.Wrong, wrong, null);
        if (!_all.TryGetValue(row.Entry.Code, out var known)) return new CategoryLine(row, CategoryOutcome.Added, null, Placed(row.Entry));
        return new CategoryLine(row, known.Become(row.Entry) ? CategoryOutcome.Changed : CategoryOutcome.Same, null, null);
    }

    private void Demand(CategoryEntry told)
    {
        var picture = Picture([told]);
        if (picture.Count > AtMost) throw new RefusedException(CategoryRefusals.TooMany.With(AtMost));
        if (Check(told.Code, picture, [told.Code]) is { } no) throw new RefusedException(no);
    }

    private Category Placed(CategoryEntry told)
    {
        var last = _all.Values.Where(x => x.ParentCode == told.ParentCode).Select(x => x.Order).DefaultIfEmpty().Max();
        return _all[told.Code] = new Category(told with { Order = told.Order ?? last + Step });
    }

    private Dictionary<string, CategoryEntry> Picture(IReadOnlyList<CategoryEntry> told)
    {
        var picture = _all.Values.ToDictionary(x => x.Code, x => x.Entry, StringComparer.Ordinal);
        foreach (var entry in told) picture[entry.Code] = entry;
        return picture;
    }

    /// <summary>What is wrong with it in view of the others as they will be. What is told of those below it is their own fault.</summary>
    private static Refusal? Check(string code, Dictionary<string, CategoryEntry> picture, HashSet<string> told)
    {
        if (!picture.TryGetValue(code, out var it)) return null;
        var below = picture.Values.Where(x => x.ParentCode == code && !told.Contains(x.Code)).ToList();
        if (it.IsRetired && below.Exists(x => !x.IsRetired)) return CategoryRefusals.HasOffered.With(it.Name);
        if (it.ParentCode is null) return null;
        if (!picture.TryGetValue(it.ParentCode, out var parent)) return CategoryRefusals.UnknownParent.With(it.ParentCode);
        if (parent.ParentCode is not null || below.Count > 0) return CategoryRefusals.ThirdLevel;
        return parent.IsRetired && !it.IsRetired ? CategoryRefusals.ParentRetired.With(parent.Name) : null;
    }
}

/// <summary>A row of a sheet: its number as Excel shows it, what it tells, and what is wrong with it already.</summary>
public sealed record CategoryRow(int Number, CategoryEntry Entry, Refusal? Problem);

/// <summary>What came of a row. Added is the new category, to be saved.</summary>
public sealed record CategoryLine(CategoryRow Row, CategoryOutcome Outcome, Refusal? Problem, Category? Added);

/// <summary>What a row of a sheet does.</summary>
public enum CategoryOutcome { Same, Added, Changed, Wrong }
