using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using DirectoryClient = Platform.Contracts.Directory.Grpc.V1.Directory.DirectoryClient;

namespace Platform.Issues.Features;

/// <summary>Many are given to one handler at once; for each it is asked whether its area is theirs.</summary>
public static class AssignMany
{
    public sealed record Request : ManyIssues.Request
    {
        public required Guid PersonId { get; init; }
    }

    public static async Task<Ok<ManyIssues.Answer>> Handle(
        Request asked, IssuesDb db, Caller caller, DirectoryClient directory, TimeProvider clock, RefusalTexts texts, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (ids, more) = await db.Chosen(asked, x => x.Where(i => !IssueMoves.Ended.Contains(i.Status)), caller, now, ct);
        var mayIn = new Dictionary<Guid, bool>();

        return TypedResults.Ok(await db.Each(ids, more, async issue =>
        {
            var by = caller.ActAs(issue.AreaPath, IssueRights.Staff);
            if (!mayIn.TryGetValue(issue.AreaId, out var may))
                mayIn[issue.AreaId] = may = (await directory.WhoHold(IssueRights.Handlers, issue.AreaId, ct)).Any(x => x.PersonId == asked.PersonId);
            if (!may) throw new RefusedException(IssueRefusals.NoHandler);
            issue.AssignTo(asked.PersonId, by, now);
        }, texts, ct));
    }
}
