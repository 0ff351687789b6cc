using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Places;

namespace Platform.Issues.Features;

/// <summary>
/// The template's categories for a street: all to a new one, and to the others what they have never had. What a street has stays as it is:
/// its own, and what it named or placed otherwise. Nothing is deleted, so what was given once is not given again.
/// </summary>
public static class GiveCategories
{
    /// <summary>The migration step gives them to the streets that are there.</summary>
    public static Task ToEveryStreet(IServiceProvider services, CancellationToken ct) =>
        EveryStreet.Do<IssuesDb>(services.GetRequiredService<IServiceScopeFactory>(), nameof(GiveCategories), async (_, db, stop) =>
        {
            await db.GiveFirst(stop);
            await db.GiveFirstDepartments(stop);
            await db.SaveChangesAsync(stop);
        }, ct);

    internal static async Task GiveFirst(this IssuesDb db, CancellationToken ct)
    {
        var list = await db.CategoryList(ct);
        var (missing, known) = (FirstCategories.All.Where(x => !list.Has(x.Code)).ToList(), FirstCategories.All.Where(x => list.Has(x.Code)).ToList());
        // Until there were two levels nobody could arrange them: theirs is the template's order.
        if (known.TrueForAll(x => x.ParentCode is null))
            foreach (var entry in known) list.Change(list.Find(entry.Code).Entry with { Order = entry.Order });
        foreach (var entry in missing.Take(list.Room)) db.Add(list.Add(Fitting(entry, entry.ParentCode is { } above ? list.Find(above) : null)));
    }

    // The street may have put its parent below another, or retired it.
    private static CategoryEntry Fitting(CategoryEntry entry, Category? parent) => parent switch
    {
        { ParentCode: not null } => entry with { ParentCode = null },
        { IsRetired: true } => entry with { IsRetired = true },
        _ => entry,
    };
}
