using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Issues.V1;
using Platform.Insights.Data;
using Platform.Insights.Domain;
using Platform.Kernel.Http;

namespace Platform.Insights.Features;

/// <summary>The issues behind a number: of a rate (counted or not as it should be), or in a state.</summary>
public static class ListCountedIssues
{
    /// <param name="Area">There and below; the caller's highest unless told.</param>
    /// <param name="Month">2026-11; this one unless told.</param>
    /// <param name="Rate">Those that this rate is of.</param>
    /// <param name="Counted">True for the numerator alone, false for what is missing to the denominator, absent for the whole denominator.</param>
    /// <param name="State">Where they stand.</param>
    /// <param name="Category">A category's code.</param>
    /// <param name="Handler">Who handles them, or did last.</param>
    /// <param name="Nobodys">Those that nobody handles.</param>
    /// <param name="Itself">Those of the area itself, without the areas below.</param>
    /// <param name="Scale">Of their last triage.</param>
    /// <param name="Escalated">Those that a level could not settle, or those that none had to.</param>
    /// <param name="Differed">Those that were triaged otherwise than proposed, or as proposed.</param>
    public sealed record Query(
        Guid? Area = null, string? Month = null, RateKind? Rate = null, bool? Counted = null, IssueState? State = null, string? Category = null, Guid? Handler = null,
        bool? Nobodys = null, bool? Itself = null, Scale? Scale = null, bool? Escalated = null, bool? Differed = null);

    public sealed record View(Guid IssueId, string ReceiptNumber, Guid AreaId, IssueState State, DateTimeOffset SubmittedAt, int? Score);

    public static async Task<Ok<Page<View>>> Handle([AsParameters] PageQuery page, [AsParameters] Query query, Numbers numbers, CancellationToken ct)
    {
        var scope = await numbers.Of(query.Month, query.Area, ct);
        var issues = Narrowed(numbers.Issues(scope), query, scope);
        if (query.State is { } state) issues = issues.Where(x => x.State == state);
        if (query.Rate is { } rate)
        {
            issues = issues.Where(Numbers.Denominators[rate]);
            if (query.Counted is true) issues = issues.Where(Numbers.Numerators[rate]);
            if (query.Counted is false) issues = issues.Where(Numbers.Missing[rate]);
        }

        if (page.After is not null)
        {
            var after = Paging.DecodeId(page.After);
            issues = issues.Where(x => x.Id < after);
        }

        return TypedResults.Ok(await issues.OrderByDescending(x => x.Id).Take(page.Size + 1)
            .Select(x => new View(x.Id, x.ReceiptNumber!, x.AreaId!.Value, x.State, x.SubmittedAt!.Value, x.Score))
            .ToPage(page.Size, x => Paging.Encode(x.IssueId), ct));
    }

    private static IQueryable<IssueRecord> Narrowed(IQueryable<IssueRecord> issues, Query query, Scope scope)
    {
        if (query.Category is { } category) issues = issues.Where(x => x.Category == category);
        if (query.Handler is { } handler) issues = issues.Where(x => x.HandlerId == handler);
        if (query.Nobodys is true) issues = issues.Where(x => x.HandlerId == null);
        if (query.Itself is true) issues = issues.Where(x => x.AreaId == scope.Area.Id);
        if (query.Scale is { } scale) issues = issues.Where(x => x.Scale == scale);
        if (query.Escalated is { } escalated) issues = issues.Where(x => x.Scale != null && x.Escalated == escalated);
        if (query.Differed is { } differed) issues = issues.Where(x => x.Differed == differed);
        return issues;
    }
}
