using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using DirectoryClient = Platform.Contracts.Directory.Grpc.V1.Directory.DirectoryClient;

namespace Platform.Issues.Features;

/// <summary>Staff open a mediation of the dispute behind an issue: one at a time.</summary>
public static class OpenMediation
{
    public sealed record Request
    {
        /// <summary>The parties' names, two at least.</summary>
        [Needed, AtMost(MediationPapers.PartiesAtMost)] public required IReadOnlyList<string> Parties { get; init; }

        [Needed, Text(Limits.Words, atLeast: 2)] public required string Subject { get; init; }

        /// <summary>Somebody of the area's staff.</summary>
        public required Guid MediatorId { get; init; }
    }

    public sealed record Answer(Guid Id);

    public static async Task<Created<Answer>> Handle(
        Guid id, Request asked, IssuesDb db, Caller caller, Phones phones, DirectoryClient directory, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var by = caller.ActAs(issue.AreaPath, IssueRights.Staff);
        var matter = new Matter(MediationPapers.Names(asked.Parties, 2), asked.Subject.Trim());
        if ((await directory.WhoHold(IssueRights.Staff, issue.AreaId, ct)).All(x => x.PersonId != asked.MediatorId)) throw new RefusedException(MediationRefusals.NoMediator);
        if (await db.Mediations.AnyAsync(x => x.IssueId == id && MediationMoves.Open.Contains(x.State), ct)) throw new RefusedException(MediationRefusals.OpenAlready);

        var mediation = new Mediation(issue, phones.Seal(matter), asked.MediatorId, by, clock.GetUtcNow());

        db.Add(mediation);
        await db.SaveOnce(MediationRefusals.OpenAlready, ct);
        response.SetVersion(mediation.Version);
        return TypedResults.Created($"/api/v1/issues/mediations/{mediation.Id}", new Answer(mediation.Id));
    }
}
