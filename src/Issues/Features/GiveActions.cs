using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Actions.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>Staff give actions without a resolution: in the fast lane, and where an issue that was reopened needs more.</summary>
public static class GiveActions
{
    public sealed record Request
    {
        [Needed, AtMost(20), System.ComponentModel.DataAnnotations.MinLength(1)] public required IReadOnlyList<Given> Actions { get; init; }
    }

    public sealed record Given
    {
        /// <summary>Committee, Property or OwnersCommittee: the others take actions from resolutions alone.</summary>
        public required ActionKind Kind { get; init; }

        [Needed, Text(Limits.What, atLeast: 2)] public required string What { get; init; }

        /// <summary>The issue's own area unless told.</summary>
        public Guid? AreaId { get; init; }

        /// <summary>By which day, in the street's zone.</summary>
        public required DateOnly DueOn { get; init; }

        public Guid? AssigneeId { get; init; }
    }

    public static async Task<NoContent> Handle(
        Guid id, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var by = caller.ActAs(issue.AreaPath, IssueRights.Staff);
        var given = new List<GivenAction>();
        foreach (var x in asked.Actions)
        {
            var area = await db.Area(x.AreaId ?? issue.AreaId, ct);
            given.Add(new GivenAction(Guid.CreateVersion7(), x.Kind, x.What.Trim(), area.Id, area.Path, x.DueOn, x.AssigneeId));
        }

        db.Say(issue, issue.GiveActions(given, by, clock.GetUtcNow()));

        await db.SaveChangesAsync(ct);
        response.SetVersion(issue.Version);
        return TypedResults.NoContent();
    }
}
