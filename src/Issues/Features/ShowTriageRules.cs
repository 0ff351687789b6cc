using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;

namespace Platform.Issues.Features;

/// <summary>The street's rules of triage: those in force, and every version that there was.</summary>
public static class ShowTriageRules
{
    /// <param name="Version">1, 2, 3 …; also the ETag of the rules in force.</param>
    /// <param name="Rules">In their order: the first that matches proposes.</param>
    /// <param name="Otherwise">The scale where none matches.</param>
    /// <param name="OtherwiseClass">And the class of its deadline.</param>
    /// <param name="Why">Why it was published.</param>
    /// <param name="PublishedById">Null of the version that a street begins with.</param>
    /// <param name="PublishedAt">Since when.</param>
    public sealed record View(
        Guid Id, int Version, IReadOnlyList<TriageRule> Rules, Scale Otherwise, HandlingClass OtherwiseClass, string? Why, Guid? PublishedById, DateTimeOffset PublishedAt);

    public static async Task<Ok<View>> Handle(IssuesDb db, HttpResponse response, CancellationToken ct)
    {
        var rules = await db.TriageRules(ct);
        response.SetVersion(rules.Version);
        return TypedResults.Ok(Of(rules));
    }

    public static async Task<Ok<Page<View>>> Versions([AsParameters] PageQuery page, IssuesDb db, CancellationToken ct)
    {
        var versions = await db.TriageRuleSets.NewestFirst(page, x => x, x => x.Id, ct);
        return TypedResults.Ok(new Page<View>([.. versions.Items.Select(Of)], versions.Next));
    }

    private static View Of(TriageRuleSet x) => new(x.Id, x.Version, x.Rules, x.Otherwise, x.OtherwiseClass, x.Why, x.PublishedById, x.PublishedAt);
}
