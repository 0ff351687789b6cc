using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Insights.Data;
using Platform.Kernel.Http;

namespace Platform.Insights.Features;

/// <summary>The meetings, activities or services behind a number, newest first.</summary>
public static class ListHappenings
{
    public sealed record Query(HappeningKind Kind, Guid? Area = null, string? Month = null);

    public static async Task<Ok<Page<Happening>>> Handle([AsParameters] PageQuery page, [AsParameters] Query query, Numbers numbers, CancellationToken ct)
    {
        var all = await numbers.Happenings(await numbers.Of(query.Month, query.Area, ct), query.Kind, ct);
        if (page.After is not null)
        {
            var after = Paging.DecodeId(page.After);
            all = [.. all.SkipWhile(x => x.Id != after).Skip(1)];
        }

        // A street holds some dozens of these a month: they are cut here, and not by the database.
        return TypedResults.Ok(new Page<Happening>([.. all.Take(page.Size)], all.Count > page.Size ? Paging.Encode(all[page.Size - 1].Id) : null));
    }
}
