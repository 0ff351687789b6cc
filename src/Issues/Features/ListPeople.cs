using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;
using Platform.Kernel.Tenancy;
using DirectoryClient = Platform.Contracts.Directory.Grpc.V1.Directory.DirectoryClient;

namespace Platform.Issues.Features;

/// <summary>Who handles issues in the caller's areas and in those right below them: to filter by, and to give many to.</summary>
public static class ListPeople
{
    private const int AreasAtMost = 12;

    public static async Task<Ok<IReadOnlyList<ListHandlers.View>>> Handle(IssuesDb db, Caller caller, DirectoryClient directory, CancellationToken ct)
    {
        string[] paths = caller.AreasOf(IssueRights.Readers);
        var own = await db.Areas.Where(x => paths.Contains(x.Path)).Select(x => x.Id).ToListAsync(ct);
        var below = await db.Areas.Where(x => x.ParentId != null && own.Contains(x.ParentId.Value) && x.Level != AreaLevel.Building)
            .OrderBy(x => x.Path).Select(x => x.Id).Take(AreasAtMost).ToListAsync(ct);
        var found = new List<ListHandlers.View>();
        foreach (var area in own.Union(below).Take(AreasAtMost)) found.AddRange(await directory.WhoHold(IssueRights.Handlers, area, ct));
        return TypedResults.Ok<IReadOnlyList<ListHandlers.View>>([.. found.DistinctBy(x => x.PersonId)]);
    }
}
