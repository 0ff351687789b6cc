using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Tenancy;
using DirectoryClient = Platform.Contracts.Directory.Grpc.V1.Directory.DirectoryClient;

namespace Platform.Issues.Features;

/// <summary>Whom an issue, or one of its actions, may be given to.</summary>
public static class ListHandlers
{
    public sealed record View(Guid PersonId, string Name, Role Role);

    public static async Task<Ok<IReadOnlyList<View>>> Handle(Guid id, IssuesDb db, Caller caller, DirectoryClient directory, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        caller.Demand(issue.AreaPath, IssueRights.Staff);
        return TypedResults.Ok(await directory.WhoHold([.. IssueRights.Handlers, Role.PropertyManager, Role.OwnersCommittee], issue.AreaId, ct));
    }
}
