using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Refusals;
using Platform.Kernel.Time;

namespace Platform.Issues.Features;

/// <summary>How an issue came in: the same conditions for the numbers of the comparison and for the lists behind them.</summary>
internal static class ReachedBy
{
    private const int Earliest = 1900, Latest = 2999;

    /// <summary>By this campaign or one of its placements; a code that no row knows stands for itself.</summary>
    public static IQueryable<Issue> ByCampaign(this IQueryable<Issue> issues, IssuesDb db, string code) => issues.Where(x =>
        x.Campaign == code || db.Placements.Any(p => p.Code == x.Campaign && db.Campaigns.Any(c => c.Id == p.CampaignId && c.Code == code)));

    /// <summary>Submitted on these days, both included, as the street counts them.</summary>
    public static IQueryable<Issue> Between(this IQueryable<Issue> issues, DateOnly? from, DateOnly? to, TimeZoneInfo zone)
    {
        if (from is { Year: < Earliest or > Latest } || to is { Year: < Earliest or > Latest }) throw new RefusedException(CampaignRefusals.BadPeriod);
        if (from is { } first)
        {
            var begin = first.StartIn(zone);
            issues = issues.Where(x => x.SubmittedAt >= begin);
        }

        if (to is not { } last) return issues;
        var end = last.AddDays(1).StartIn(zone);
        return issues.Where(x => x.SubmittedAt < end);
    }

    /// <summary>The first that its author raised in this street: so many people spoke up who never had.</summary>
    public static IQueryable<Issue> FirstOfItsAuthor(this IQueryable<Issue> issues, IssuesDb db) =>
        issues.Where(x => !db.Issues.Any(o => o.AuthorId == x.AuthorId && o.Id < x.Id));
}
