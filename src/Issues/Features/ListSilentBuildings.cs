using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;

namespace Platform.Issues.Features;

/// <summary>“不会提、不愿提”: the buildings that nothing was raised from for twelve months, of all buildings that the caller reads for.</summary>
public static class ListSilentBuildings
{
    /// <param name="Since">The first day that counts.</param>
    /// <param name="Silent">The numerator: what the list holds.</param>
    /// <param name="Buildings">The denominator.</param>
    /// <param name="Items">In the order of the tree.</param>
    /// <param name="Next">Where the next page begins.</param>
    public sealed record View(DateOnly Since, int Silent, int Buildings, IReadOnlyList<Row> Items, string? Next);

    /// <param name="LastIssueAt">When something was raised last; null: never.</param>
    public sealed record Row(Guid AreaId, string Name, string? GridName, int Households, DateTimeOffset? LastIssueAt, string Path);

    public static async Task<Ok<View>> Handle(Guid? areaId, [AsParameters] PageQuery page, IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var since = (await db.Today(clock, ct)).AddMonths(-12);
        var patterns = caller.PatternsOf(IssueRights.Readers);
        var buildings = db.Areas.AsNoTracking().Where(x => x.Level == AreaLevel.Building && patterns.Any(p => EF.Functions.Like(x.Path, p)));
        if (areaId is { } area)
        {
            var under = IssueRights.Under((await db.Area(area, ct)).Path);
            buildings = buildings.Where(x => EF.Functions.Like(x.Path, under, "\\"));
        }

        var begin = since.StartIn((await db.Street(ct)).Zone);
        var silent = buildings.Where(x => !db.Issues.Any(i => i.AreaId == x.Id && i.SubmittedAt >= begin));
        var (numerator, denominator) = (await silent.CountAsync(ct), await buildings.CountAsync(ct));
        if (page.After is not null)
        {
            var after = Paging.Decode(page.After)[0];
            silent = silent.Where(x => x.Path.CompareTo(after) > 0);
        }

        var rows = await silent.OrderBy(x => x.Path).Select(x => new Row(
            x.Id, x.Name, db.Areas.Where(a => a.Id == x.ParentId).Select(a => a.Name).FirstOrDefault(), x.Households,
            db.Issues.Where(i => i.AreaId == x.Id).Max(i => (DateTimeOffset?)i.SubmittedAt), x.Path)).Take(page.Size + 1).ToPage(page.Size, x => Paging.Encode(x.Path), ct);
        return TypedResults.Ok(new View(since, numerator, denominator, rows.Items, rows.Next));
    }
}
