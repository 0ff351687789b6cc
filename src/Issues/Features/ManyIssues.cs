using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>
/// One act on many issues, as a desk does it on a Monday: each counts for itself, and of each is said what became of it. Under an
/// Idempotency-Key all are one transaction with a savepoint for each, without one every issue has its own.
/// </summary>
public static class ManyIssues
{
    public const int AtMost = 500;

    /// <summary>What one request is about: the issues that were ticked, or those that the filter lets pass.</summary>
    public record Request
    {
        [AtMost(AtMost)] public IReadOnlyList<Guid>? Ids { get; init; }

        /// <summary>Where no ids are given: the first 500 that it lets pass and that the act is for.</summary>
        public IssueFilter? Filter { get; init; }
    }

    /// <param name="Id">The issue.</param>
    /// <param name="ReceiptNumber">Its number; empty where there is none of this id.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Done">It was done.</param>
    /// <param name="Code">Why not, as a refusal's code.</param>
    /// <param name="Why">The same in the reader's language.</param>
    public sealed record Outcome(Guid Id, string ReceiptNumber, string Title, bool Done, string? Code, string? Why);

    /// <param name="Done">How many it was done to.</param>
    /// <param name="Refused">How many not.</param>
    /// <param name="More">The filter lets more pass: ask again for the next ones.</param>
    /// <param name="Issues">Each of them.</param>
    public sealed record Answer(int Done, int Refused, bool More, IReadOnlyList<Outcome> Issues);

    /// <summary>The ids that a request is about; those of a filter in the order of its list.</summary>
    internal static async Task<(List<Guid> Ids, bool More)> Chosen(
        this IssuesDb db, Request asked, Func<IQueryable<Issue>, IQueryable<Issue>> forWhom, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        if (asked.Ids is { Count: > 0 } ticked) return ([.. ticked.Distinct()], false);
        var found = forWhom(await (asked.Filter ?? throw new RefusedException(IssueRefusals.NothingChosen)).Of(db, caller, now, ct));
        found = asked.Filter.ByLateness is true ? found.Where(x => x.DueAt != null).OrderBy(x => x.DueAt).ThenBy(x => x.Id) : found.OrderByDescending(x => x.Id);
        var ids = await found.Select(x => x.Id).Take(AtMost + 1).ToListAsync(ct);
        return ([.. ids.Take(AtMost)], ids.Count > AtMost);
    }

    /// <summary>Does it to one after the other. What one is refused for takes nothing from the others.</summary>
    internal static async Task<Answer> Each(this IssuesDb db, List<Guid> ids, bool more, Func<Issue, Task> act, RefusalTexts texts, CancellationToken ct)
    {
        // One issue's version cannot be meant for all.
        db.MustHaveVersion = null;
        var outcomes = new List<Outcome>(ids.Count);
        foreach (var id in ids)
        {
            Issue? issue = null;
            try
            {
                issue = await db.Find<Issue>(id, ct);
                await act(issue);
                await db.SaveChangesAsync(ct);
                outcomes.Add(new Outcome(id, issue.ReceiptNumber, issue.Title, true, null, null));
            }
            catch (Exception e) when (e is RefusedException or DbUpdateConcurrencyException)
            {
                var refusal = e is RefusedException { Refusal: var said } ? said : KernelRefusals.Stale;
                outcomes.Add(new Outcome(id, issue?.ReceiptNumber ?? "", issue?.Title ?? "", false, refusal.Code, texts.Of(refusal)));
            }

            db.ChangeTracker.Clear();
        }

        return new Answer(outcomes.Count(x => x.Done), outcomes.Count(x => !x.Done), more, outcomes);
    }
}
