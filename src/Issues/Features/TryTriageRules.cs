using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>What a draft of the rules would have proposed for the issues that were triaged last, beside what people decided. Changes nothing.</summary>
public static class TryTriageRules
{
    public sealed record Request : PublishTriageRules.Draft
    {
        /// <summary>On how many of the issues that were triaged last.</summary>
        [Between(1, 200)] public int Count { get; init; } = 100;
    }

    /// <param name="Tried">How many there were.</param>
    /// <param name="AgreedThen">For how many the rules of that time proposed what was decided.</param>
    /// <param name="AgreesNow">For how many the draft does.</param>
    /// <param name="Scales">Counted by scale.</param>
    /// <param name="Differing">Those that the draft would have proposed otherwise than decided.</param>
    public sealed record View(int Tried, int AgreedThen, int AgreesNow, IReadOnlyList<ScaleCount> Scales, IReadOnlyList<Row> Differing);

    public sealed record ScaleCount(Scale Scale, int Decided, int ProposedThen, int ProposedNow);

    /// <param name="Rule">Which rule of the draft: 1, 2, 3 …; 0 the default.</param>
    public sealed record Row(
        Guid IssueId, string ReceiptNumber, string Title, Scale Decided, HandlingClass DecidedClass, Scale Proposed, HandlingClass ProposedClass, int Rule, string? RuleName);

    public static async Task<Ok<View>> Handle(Request asked, IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var draft = await db.Next(asked, await db.TriageRules(ct), null, caller.Me, clock.GetUtcNow(), ct);
        var last = await db.Triages.AsNoTracking().Where(x => !db.Triages.Any(later => later.IssueId == x.IssueId && later.Id > x.Id))
            .Join(db.Issues.IgnoreAutoIncludes().Within(caller.AreasOf(IssueRights.Readers)), x => x.IssueId, x => x.Id,
                (decision, issue) => new { Decision = decision, issue.ReceiptNumber, issue.Title })
            .OrderByDescending(x => x.Decision.Id).Take(asked.Count).ToListAsync(ct);

        var tried = last.Select(x => (x.Decision, Now: draft.Propose(x.Decision.Facts), x.ReceiptNumber, x.Title)).ToList();
        var differing = tried.Where(x => x.Now.Scale != x.Decision.Scale || x.Now.Class != x.Decision.Class).ToList();
        return TypedResults.Ok(new View(
            tried.Count, tried.Count(x => !x.Decision.Differed), tried.Count - differing.Count,
            [
                .. Enum.GetValues<Scale>().Select(scale => new ScaleCount(
                    scale, tried.Count(x => x.Decision.Scale == scale), tried.Count(x => x.Decision.ProposedScale == scale), tried.Count(x => x.Now.Scale == scale))),
            ],
            [
                .. differing.Select(x => new Row(
                    x.Decision.IssueId, x.ReceiptNumber, x.Title, x.Decision.Scale, x.Decision.Class, x.Now.Scale, x.Now.Class, x.Now.Rule,
                    IssueQuestions.Named(x.Now.RuleName, x.Now.RuleNameEn))),
            ]));
    }
}
