using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>小事 goes to the building, 大事 to the grid, 难事 to the neighbourhood; or into the fast lane, where staff act at once.</summary>
public static class TriageIssue
{
    public sealed record Request
    {
        public required Scale Scale { get; init; }
        public bool FastLane { get; init; }

        /// <summary>
        /// By which class's deadline: 1, 3, 5 or 15 working days. Unless told, the proposed one where the scale is as proposed; else ordinary for
        /// small matters and the fast lane, complex for the others.
        /// </summary>
        public HandlingClass? Class { get; init; }

        /// <summary>Needed where it is decided otherwise than the rules propose.</summary>
        [Text(Limits.Words, atLeast: 2)] public string? Reason { get; init; }

        /// <summary>How many households it affects, where known.</summary>
        [Between(0, 1_000_000)] public int? Households { get; init; }

        /// <summary>What it will cost, in yuan, where known.</summary>
        [Between(0, 1_000_000_000)] public int? Cost { get; init; }

        /// <summary>How many departments must take part, where known.</summary>
        [Between(0, 100)] public int? Departments { get; init; }
    }

    public static async Task<NoContent> Handle(
        Guid id, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var by = caller.ActAs(issue.AreaPath, IssueRights.Staff);
        var deliberation = await db.Deliberating(issue, LevelOf(asked.Scale), ct);
        var proposed = (await db.TriageRules(ct)).Propose(await db.TriageFacts(issue, asked.Households, asked.Cost, asked.Departments, ct));

        db.Say(issue, issue.Triage(by, asked.Scale, deliberation, asked.FastLane, asked.Reason?.Trim(), proposed, clock.GetUtcNow(), asked.Class));

        await db.SaveChangesAsync(ct);
        response.SetVersion(issue.Version);
        return TypedResults.NoContent();
    }

    private static AreaLevel LevelOf(Scale scale) =>
        scale switch { Scale.Small => AreaLevel.Building, Scale.Major => AreaLevel.Grid, _ => AreaLevel.Neighbourhood };

    /// <summary>The area of that level above the issue's; its own where that is no smaller (a small matter of a whole grid is the grid's).</summary>
    internal static async Task<Place> Deliberating(this IssuesDb db, Issue issue, AreaLevel level, CancellationToken ct)
    {
        var area = await db.Area(issue.AreaId, ct);
        var there = await db.Above(area, area.Level < level ? area.Level : level, ct);
        return new Place(there.Id, there.Path, there.Level);
    }
}
