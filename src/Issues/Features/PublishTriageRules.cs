using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>The next version of the street's rules. Those before it stay as they are, with what was decided by them.</summary>
public static class PublishTriageRules
{
    public record Draft
    {
        /// <summary>In their order: the first that matches proposes.</summary>
        [AtMost(TriageRuleSet.RulesAtMost)] public required IReadOnlyList<Rule> Rules { get; init; }

        /// <summary>Where none matches.</summary>
        public required Scale Otherwise { get; init; }

        public required HandlingClass OtherwiseClass { get; init; }
    }

    public sealed record Request : Draft
    {
        [Needed, Text(Limits.Words, atLeast: 2)] public required string Why { get; init; }
    }

    public sealed record Rule
    {
        [Needed, Text(Limits.RuleName)] public required string Name { get; init; }
        [Text(Limits.RuleName)] public string? NameEn { get; init; }
        [Text(40)] public string? Category { get; init; }
        [Between(1, 1_000_000)] public int? HouseholdsAtLeast { get; init; }
        [Between(1, 1_000_000_000)] public int? CostAtLeast { get; init; }
        [Between(1, 100)] public int? DepartmentsAtLeast { get; init; }
        [Between(1, 60)] public int? BackWithinMonths { get; init; }
        public required Scale Scale { get; init; }
        public required HandlingClass Class { get; init; }
    }

    public sealed record Answer(int Version);

    public static async Task<Ok<Answer>> Handle(Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        caller.Demand((await db.Areas.SingleAsync(x => x.Level == AreaLevel.Street, ct)).Path, IssueRights.RuleMakers);
        var before = await db.TriageRules(ct);
        if (db.MustHaveVersion is { } seen && seen != before.Version) throw new RefusedException(KernelRefusals.Stale);
        var next = await db.Next(asked, before, asked.Why.Trim(), caller.Me, clock.GetUtcNow(), ct);

        db.Add(next);
        db.AuditRead("TriageRules.Published", next.Id);

        await db.SaveOnce(KernelRefusals.Stale, ct);
        response.SetVersion(next.Version);
        return TypedResults.Ok(new Answer(next.Version));
    }

    /// <summary>A draft as the version that it would be.</summary>
    internal static async Task<TriageRuleSet> Next(
        this IssuesDb db, Draft draft, TriageRuleSet before, string? why, Guid by, DateTimeOffset at, CancellationToken ct)
    {
        var known = await db.Categories.Select(x => x.Code).ToListAsync(ct);
        if (draft.Rules.Any(x => x.Category is { } code && !known.Contains(code))) throw new RefusedException(IssueRefusals.UnknownCategory);
        TriageRule[] rules =
        [
            .. draft.Rules.Select(x => new TriageRule
            {
                Name = x.Name.Trim(), NameEn = x.NameEn?.Trim() is { Length: > 0 } english ? english : null, Category = x.Category,
                HouseholdsAtLeast = x.HouseholdsAtLeast, CostAtLeast = x.CostAtLeast, DepartmentsAtLeast = x.DepartmentsAtLeast,
                BackWithinMonths = x.BackWithinMonths, Scale = x.Scale, Class = x.Class,
            }),
        ];
        if (rules.Any(x => !x.HasCondition())) throw new RefusedException(IssueRefusals.RuleWithoutCondition);
        return new TriageRuleSet(before.Version + 1, rules, draft.Otherwise, draft.OtherwiseClass, why, by, at);
    }
}
