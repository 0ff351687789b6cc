using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>What the street's rules say of an issue. They propose; a person decides.</summary>
public static class ProposeTriage
{
    public sealed record Query
    {
        [Between(0, 1_000_000)] public int? Households { get; init; }
        [Between(0, 1_000_000_000)] public int? Cost { get; init; }
        [Between(0, 100)] public int? Departments { get; init; }
    }

    /// <param name="RuleVersion">The version of the rules.</param>
    /// <param name="Rule">Which of them: 1, 2, 3 …; 0 the default at the end.</param>
    /// <param name="RuleName">Its name in the reader's language; null of the default.</param>
    /// <param name="Scale">Small, Major, Hard.</param>
    /// <param name="Class">By which class's deadline.</param>
    /// <param name="RaisedBefore">When something of this kind was last raised in this place before.</param>
    public sealed record View(int RuleVersion, int Rule, string? RuleName, Scale Scale, HandlingClass Class, DateTimeOffset? RaisedBefore);

    public static async Task<Ok<View>> Handle(Guid id, [AsParameters] Query query, IssuesDb db, Caller caller, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        caller.Demand(issue.AreaPath, IssueRights.Staff);
        var proposed = (await db.TriageRules(ct)).Propose(await db.TriageFacts(issue, query.Households, query.Cost, query.Departments, ct));
        return TypedResults.Ok(new View(
            proposed.Version, proposed.Rule, IssueQuestions.Named(proposed.RuleName, proposed.RuleNameEn), proposed.Scale, proposed.Class, proposed.Facts.RaisedBefore));
    }
}
