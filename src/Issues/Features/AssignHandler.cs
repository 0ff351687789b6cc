using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Directory.Grpc.V1;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using DirectoryClient = Platform.Contracts.Directory.Grpc.V1.Directory.DirectoryClient;

namespace Platform.Issues.Features;

/// <summary>Who handles it: somebody of the area's staff.</summary>
public static class AssignHandler
{
    public sealed record Request
    {
        public required Guid PersonId { get; init; }
    }

    public static async Task<NoContent> Handle(
        Guid id, Request asked, IssuesDb db, Caller caller, DirectoryClient directory, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var by = caller.ActAs(issue.AreaPath, IssueRights.Staff);
        var possible = await directory.WhoHold(IssueRights.Handlers, issue.AreaId, ct);
        if (possible.All(x => x.PersonId != asked.PersonId)) throw new RefusedException(IssueRefusals.NoHandler);

        db.Say(issue, issue.AssignTo(asked.PersonId, by, clock.GetUtcNow()));

        await db.SaveChangesAsync(ct);
        response.SetVersion(issue.Version);
        return TypedResults.NoContent();
    }

    /// <summary>Who holds one of these roles in the area or above it, each once, by the first of them.</summary>
    internal static async Task<IReadOnlyList<ListHandlers.View>> WhoHold(
        this DirectoryClient directory, IReadOnlyList<Role> roles, Guid areaId, CancellationToken ct)
    {
        var found = new List<ListHandlers.View>();
        foreach (var role in roles)
        {
            var reply = await directory.WhoIsAsync(new WhoIsRequest { Role = role.ToString(), AreaId = areaId.ToString() }, cancellationToken: ct);
            found.AddRange(reply.People.Select(x => new ListHandlers.View(Guid.Parse(x.PersonId), x.Name, role)));
        }

        return [.. found.DistinctBy(x => x.PersonId)];
    }
}
