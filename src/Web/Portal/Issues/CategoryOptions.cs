using Platform.Web.Kit;

namespace Platform.Web.Portal.Issues;

/// <summary>Two levels of categories as a native list has them: a group for each upper one, which stands first in its own group to be chosen as a whole.</summary>
public static class CategoryOptions
{
    public static Option[] Of(IEnumerable<(string Code, string Name, string? ParentCode)> categories, Func<string, string> upper)
    {
        var all = categories.ToList();
        var names = all.ToDictionary(x => x.Code, x => x.Name);
        var parents = all.Select(x => x.ParentCode).OfType<string>().ToHashSet();
        return
        [
            .. all.Select(x => x.ParentCode is { } parent ? new Option(x.Code, x.Name, Group: names.GetValueOrDefault(parent))
                : parents.Contains(x.Code) ? new Option(x.Code, upper(x.Name), Group: x.Name) : new Option(x.Code, x.Name)),
        ];
    }
}
