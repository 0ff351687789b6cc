using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;

namespace Platform.Issues.Features;

/// <summary>One triage of an issue: what was known, what the rules proposed, what was decided and why.</summary>
public sealed record TriageView(
    DateTimeOffset At, Guid? ById, int RuleVersion, int Rule, string? RuleName, Scale ProposedScale, HandlingClass ProposedClass, Scale Scale, HandlingClass Class,
    bool FastLane, bool Differed, string? Reason, int? Households, int? Cost, int? Departments, DateTimeOffset? RaisedBefore);

internal static class TriageViews
{
    /// <summary>Every triage of an issue, the first one first.</summary>
    public static async Task<List<TriageView>> TriagesOf(this IssuesDb db, Issue issue, CancellationToken ct) =>
    [
        .. (await db.Triages.AsNoTracking().Where(x => x.IssueId == issue.Id).OrderBy(x => x.Id).ToListAsync(ct)).Select(x => new TriageView(
            x.At, x.ById, x.RuleVersion, x.Rule, IssueQuestions.Named(x.RuleName, x.RuleNameEn), x.ProposedScale, x.ProposedClass, x.Scale, x.Class, x.FastLane,
            x.Differed, x.Reason, x.Facts.Households, x.Facts.Cost, x.Facts.Departments, x.Facts.RaisedBefore)),
    ];
}
