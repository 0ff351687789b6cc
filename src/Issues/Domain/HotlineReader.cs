using System.Text.RegularExpressions;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Domain;

/// <summary>
/// Makes an order of a row, or says everything that is wrong with it. Asked twice: for the preview, and again when the row becomes an issue, since
/// the street's categories and areas may have changed meanwhile.
/// </summary>
/// <param name="categories">The street's.</param>
/// <param name="places">The street's areas.</param>
/// <param name="zone">The street's.</param>
/// <param name="today">The street's day.</param>
/// <param name="scope">The paths of the areas that whoever imports is responsible for.</param>
public sealed partial class HotlineReader(IReadOnlyCollection<Category> categories, HotlinePlaces places, TimeZoneInfo zone, DateOnly today, IReadOnlyList<string> scope)
{
    private const int Name = 50, Phone = 40, Address = 300;
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly string[] Yes = ["是", "保密", "yes", "y", "true", "1"], No = ["", "否", "不保密", "公开", "no", "n", "false", "0"];
    private readonly Dictionary<string, List<Category>> _byName = ByName(categories);

    /// <returns>The order where nothing is wrong; otherwise what is.</returns>
    public (HotlineOrder? Order, IReadOnlyList<Refusal> Wrong) Read(HotlineCells row)
    {
        var wrong = new List<Refusal>();
        var number = row[HotlineColumn.Number];
        if (number.Length == 0) wrong.Add(CategoryRefusals.CellMissing.With(HotlineColumn.Number));
        else if (Rounded().IsMatch(number)) wrong.Add(ImportRefusals.NumberRounded.With(number));
        foreach (var (column, most) in ((HotlineColumn, int)[])[(HotlineColumn.Number, Limits.ExternalNumber), (HotlineColumn.Content, Limits.Text), (HotlineColumn.Caller, Name), (HotlineColumn.Phone, Phone), (HotlineColumn.Address, Address)])
            if (row[column].Length > most) wrong.Add(CategoryRefusals.CellTooLong.With(column, most));

        var called = Day(row, HotlineColumn.CalledAt, wrong, needed: true);
        if (called > today) wrong.Add(ImportRefusals.InTheFuture.With(HotlineColumn.CalledAt));
        var wantedBy = Day(row, HotlineColumn.WantedBy, wrong, needed: false);
        var category = CategoryOf(row[HotlineColumn.Category], wrong);
        if (row[HotlineColumn.Content].Length < 2) wrong.Add(CategoryRefusals.CellMissing.With(HotlineColumn.Content));
        var (area, nowhere) = places.Find(row[HotlineColumn.Area], row[HotlineColumn.Community], row[HotlineColumn.Building], row[HotlineColumn.Address]);
        if (nowhere is not null) wrong.Add(nowhere);
        else if (!scope.Any(x => area!.Path.StartsWith(x, StringComparison.Ordinal))) wrong.Add(KernelRefusals.OutsideYourArea);
        var secret = row[HotlineColumn.Confidential].ToLowerInvariant();
        if (!Yes.Contains(secret) && !No.Contains(secret)) wrong.Add(CategoryRefusals.CellNoYes.With(HotlineColumn.Confidential));
        if (wrong.Count > 0) return (null, wrong);

        var (typed, content) = (row[HotlineColumn.Title], row[HotlineColumn.Content]);
        var title = Report.TitleOf(typed.Length > 1 ? typed : content);
        return (new HotlineOrder
        {
            Number = number, CalledOn = called!.Value, Category = category!.Code, Title = title,
            // A title that was cut loses nothing: it stands above the words whole, where there is room.
            Content = typed.Length > 1 && typed != title && typed.Length + content.Length < Limits.Text ? $"{typed}\n{content}" : content, Area = area!,
            Address = row[HotlineColumn.Address] is { Length: > 0 } address ? address : null, WantedBy = wantedBy, IsConfidential = Yes.Contains(secret),
            Caller = row[HotlineColumn.Caller], Phone = row[HotlineColumn.Phone] is { Length: > 0 } phone ? phone : null,
        }, []);
    }

    private DateOnly? Day(HotlineCells row, HotlineColumn column, List<Refusal> wrong, bool needed)
    {
        if (row[column].Length == 0)
        {
            if (needed) wrong.Add(CategoryRefusals.CellMissing.With(column));
            return null;
        }

        if (HotlineDays.Of(row[column], zone) is { } day && day >= Earliest) return day;
        wrong.Add(ImportRefusals.NoDay.With(column));
        return null;
    }

    private Category? CategoryOf(string typed, List<Refusal> wrong)
    {
        if (typed.Length == 0) wrong.Add(CategoryRefusals.CellMissing.With(HotlineColumn.Category));
        else if (!_byName.TryGetValue(Bare(typed), out var found)) wrong.Add(ImportRefusals.UnknownCategory.With(typed));
        else if (found.FindAll(x => !x.IsRetired) is not { Count: > 0 } offered) wrong.Add(CategoryRefusals.Retired.With(typed));
        else if (offered.Count > 1) wrong.Add(ImportRefusals.AmbiguousCategory.With(typed));
        else return offered[0];
        return null;
    }

    // By its code, by its name in either language, and by its name after that of the one above it: 环境卫生/垃圾分类.
    private static Dictionary<string, List<Category>> ByName(IReadOnlyCollection<Category> all)
    {
        var found = new Dictionary<string, List<Category>>();
        foreach (var category in all)
        {
            var above = all.FirstOrDefault(x => x.Code == category.ParentCode);
            string[] names = [category.Code, category.Name, category.NameEn, .. above is null ? [] : (string[])[$"{above.Name}/{category.Name}", $"{above.NameEn}/{category.NameEn}"]];
            foreach (var name in names.Select(Bare).Distinct())
                if (found.TryGetValue(name, out var others)) others.Add(category);
                else found[name] = [category];
        }

        // A code is one category's alone: whatever else is called so is asked for by its whole name.
        foreach (var category in all) found[Bare(category.Code)] = [category];
        return found;
    }

    private static string Bare(string name) => Between().Replace(name.Trim(), "/").ToLowerInvariant();

    [GeneratedRegex(@"\s*[/／>＞\\]\s*|\s+[-－—]+\s+")]
    private static partial Regex Between();

    // What Excel makes of a long number: its last digits are gone.
    [GeneratedRegex(@"^\d(\.\d+)?[eE]\+\d+$")]
    private static partial Regex Rounded();
}
