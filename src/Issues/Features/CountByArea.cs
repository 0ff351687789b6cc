using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>What the inbox's list holds, counted by the area that each issue is of: the numbers of the map.</summary>
public static class CountByArea
{
    /// <param name="AreaId">The area that they are of itself, not those below it.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Level">Building, grid, neighbourhood or street.</param>
    /// <param name="ParentId">The area above it.</param>
    /// <param name="Count">How many the filter lets pass.</param>
    /// <param name="Overdue">How many of them have a clock that ran out.</param>
    public sealed record Row(Guid AreaId, string Name, AreaLevel Level, Guid? ParentId, int Count, int Overdue);

    public static async Task<Ok<List<Row>>> Handle([AsParameters] IssueFilter filter, IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        // By path, which an index has beside the state and when the clock runs out: no row is read for it.
        var counts = await (await filter.Of(db, caller, now, ct)).GroupBy(x => x.AreaPath)
            .Select(x => new { x.Key, Count = x.Count(), Overdue = x.Count(i => i.DueAt <= now) }).ToDictionaryAsync(x => x.Key, ct);
        var areas = await db.Areas.AsNoTracking().Where(x => counts.Keys.Contains(x.Path)).OrderBy(x => x.Path).ToListAsync(ct);
        return TypedResults.Ok(areas.Select(x => new Row(x.Id, x.Name, x.Level, x.ParentId, counts[x.Path].Count, counts[x.Path].Overdue)).ToList());
    }
}
