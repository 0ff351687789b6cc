using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Issues.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Insights.Domain;

namespace Platform.Insights.Data;

/// <summary>An issue that a meeting resolved and that was then verified as done.</summary>
/// <param name="MeetingId">Whose resolution it was: the last one before it was verified.</param>
/// <param name="VerifiedAt">When somebody else than its handler saw that it was done.</param>
public sealed record SolvedIssue(Guid IssueId, string? ReceiptNumber, Guid? AreaId, Guid MeetingId, Guid BodyId, DateTimeOffset VerifiedAt);

/// <summary>
/// What meetings solved. An issue counts once, in the month of its last verification, and only while that stands: reopened, it counts no more until it
/// is verified again. It belongs to the meeting that resolved it, or what was merged into it, last.
/// </summary>
public sealed class SolvedIssues(InsightsDb db, Numbers numbers)
{
    private static readonly IssueState[] Stands = [IssueState.AwaitingRating, IssueState.Closed];

    /// <summary>Of the months from the first on; the last verified first.</summary>
    public async Task<IReadOnlyList<SolvedIssue>> Of(Scope scope, CancellationToken ct)
    {
        var verified = await Last(scope, ct);
        var ids = verified.Keys.ToList();
        var records = await db.Issues.AsNoTracking().Where(x => ids.Contains(x.Id) && Stands.Contains(x.State)).ToListAsync(ct);
        var roots = await Families([.. records.Select(x => x.Id)], ct);
        var adopted = (await Adopted([.. roots.Keys], ct)).ToLookup(x => roots[x.IssueId!.Value]);
        var meetings = await numbers.MeetingsWithin(scope, adopted.SelectMany(x => x).Select(x => x.MeetingId).ToHashSet(), ct);
        return [.. records.Select(x => (Issue: x, At: verified[x.Id]))
            .Select(x => (x.Issue, x.At, Meeting: adopted[x.Issue.Id].Where(r => r.At <= x.At).OrderBy(r => r.At).ThenBy(r => r.EventId).LastOrDefault()?.MeetingId))
            .Where(x => x.Meeting is { } meeting && meetings.ContainsKey(meeting))
            .Select(x => new SolvedIssue(x.Issue.Id, x.Issue.ReceiptNumber, x.Issue.AreaId, x.Meeting!.Value, meetings[x.Meeting.Value].BodyId, x.At))
            .OrderByDescending(x => x.VerifiedAt).ThenByDescending(x => x.IssueId)];
    }

    // Issues verified as done in the months, and not again after them.
    private async Task<Dictionary<Guid, DateTimeOffset>> Last(Scope scope, CancellationToken ct)
    {
        var type = typeof(IssueVerified).FullName;
        var facts = await db.Facts.AsNoTracking().Where(x => x.Type == type && x.At >= scope.From && x.At < scope.Until).ToListAsync(ct);
        var subjects = facts.ConvertAll(x => x.SubjectId);
        var later = (await db.Facts.Where(x => x.Type == type && x.At >= scope.Until && subjects.Contains(x.SubjectId)).Select(x => x.SubjectId).ToListAsync(ct)).ToHashSet();
        return facts.Select(x => (IssueVerified)x.Fact()!).Where(x => x.Done && !later.Contains(x.SubjectId))
            .GroupBy(x => x.SubjectId).ToDictionary(x => x.Key, x => x.Max(f => f.At));
    }

    // Each issue, and each that was merged into it, with the one that counts.
    private async Task<Dictionary<Guid, Guid>> Families(List<Guid> issues, CancellationToken ct)
    {
        var roots = issues.ToDictionary(x => x);
        for (var last = issues; last.Count > 0;)
        {
            var into = last;
            var merged = await db.Issues.AsNoTracking().Where(x => x.MergedIntoId != null && into.Contains(x.MergedIntoId.Value)).Select(x => new { x.Id, x.MergedIntoId }).ToListAsync(ct);
            last = [.. merged.Where(x => roots.TryAdd(x.Id, roots[x.MergedIntoId!.Value])).Select(x => x.Id)];
        }

        return roots;
    }

    private async Task<List<ResolutionAdopted>> Adopted(List<Guid> issues, CancellationToken ct)
    {
        string[] things = [.. issues.Select(x => x.ToString())];
        var type = typeof(ResolutionAdopted).FullName;
        var facts = await db.Mentions.Where(x => things.Contains(x.Thing)).Join(db.Facts.Where(x => x.Type == type), x => x.EventId, x => x.EventId, (_, fact) => fact)
            .AsNoTracking().ToListAsync(ct);
        return [.. facts.DistinctBy(x => x.EventId).Select(x => (ResolutionAdopted)x.Fact()!).Where(x => x.IssueId is { } issue && issues.Contains(issue))];
    }
}
