using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Insights.Data;
using Platform.Insights.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;

namespace Platform.Insights.Features;

/// <summary>The issues behind a number: of a rate (counted or not as it should be), or in a state.</summary>
public static class ListCountedIssues
{
    /// <summary>Counted: true for the numerator alone, false for what is missing to the denominator, absent for the whole denominator.</summary>
    public sealed record Query(Guid? Area = null, string? Month = null, RateKind? Rate = null, bool? Counted = null, IssueState? State = null);

    public sealed record View(Guid IssueId, string ReceiptNumber, Guid AreaId, IssueState State, DateTimeOffset SubmittedAt, int? Score);

    public static async Task<Ok<Page<View>>> Handle([AsParameters] PageQuery page, [AsParameters] Query query, Numbers numbers, CancellationToken ct)
    {
        var issues = numbers.Issues(await numbers.Of(query.Month, query.Area, ct));
        if (query.State is { } state) issues = issues.Where(x => x.State == state);
        if (query.Rate is { } rate)
        {
            issues = issues.Where(Numbers.Denominators[rate]);
            if (query.Counted is true) issues = issues.Where(Numbers.Numerators[rate]);
            if (query.Counted is false) issues = issues.Where(Numbers.Missing[rate]);
        }

        if (page.After is not null)
        {
            var after = Guid.TryParse(Paging.Decode(page.After)[0], out var last) ? last : throw new RefusedException(KernelRefusals.BadCursor);
            issues = issues.Where(x => x.Id < after);
        }

        return TypedResults.Ok(await issues.OrderByDescending(x => x.Id).Take(page.Size + 1)
            .Select(x => new View(x.Id, x.ReceiptNumber!, x.AreaId!.Value, x.State, x.SubmittedAt!.Value, x.Score))
            .ToPage(page.Size, x => Paging.Encode(x.IssueId), ct));
    }
}
