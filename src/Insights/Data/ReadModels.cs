using Microsoft.EntityFrameworkCore;
using Platform.Insights.Domain;

namespace Platform.Insights.Data;

/// <summary>What is read out of the facts: who belongs to whom, and where each issue stands.</summary>
public sealed class ReadModels(InsightsDb db)
{
    private const int Batch = 2_000;

    /// <summary>Takes in facts of this tenant, whether or not some were here before, in the transaction of the caller.</summary>
    public async Task Take(IReadOnlyCollection<StoredFact> heard, CancellationToken ct)
    {
        // Facts, ties and issues each in one order everywhere: two that take in the same ones wait for each other in turn, never in a ring.
        var facts = heard.DistinctBy(x => x.EventId).OrderBy(x => x.EventId).ToList();
        var issues = facts.SelectMany(IssueRecord.ChangedBy).Distinct().Order().ToList();
        await db.Store(facts, issues, ct);
        if (issues.Count == 0) return;

        var about = (await FactsOf(issues).ToListAsync(ct)).ToLookup(x => Guid.Parse(x.Thing), x => x.Fact);
        var known = await db.Issues.Where(x => issues.Contains(x.Id)).ToDictionaryAsync(x => x.Id, ct);
        foreach (var folded in issues.Select(x => IssueRecord.Fold(x, db.TenantId, about[x])))
            if (known.TryGetValue(folded.Id, out var before)) db.Entry(before).CurrentValues.SetValues(folded);
            else db.Issues.Add(folded);
    }

    /// <summary>
    /// Throws everything of the tenant away and makes it again, reading the facts subject by subject. Writers of read models wait meanwhile; readers see
    /// the old until the new is whole.
    /// </summary>
    public async Task<(int Facts, int Issues)> MakeAgain(CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"LOCK TABLE mentions, ties, issue_records IN EXCLUSIVE MODE", ct);
        await db.Mentions.ExecuteDeleteAsync(ct);
        await db.Ties.ExecuteDeleteAsync(ct);
        await db.Issues.ExecuteDeleteAsync(ct);

        string[] kinds = [.. IssueRecord.Changes.Select(x => $"%.{x}")];
        var elsewhere = (await db.Facts.AsNoTracking().Where(x => kinds.Any(kind => EF.Functions.Like(x.Type, kind))).ToListAsync(ct))
            .SelectMany(fact => IssueRecord.ChangedBy(fact).Select(issue => (issue, fact))).ToLookup(x => x.issue, x => x.fact);
        var (count, folded, own, last) = (0, new HashSet<Guid>(), new List<StoredFact>(), (Subject: Guid.Empty, Event: Guid.Empty));
        while (await After(last).Take(Batch).ToListAsync(ct) is { Count: > 0 } facts)
        {
            await db.Link(facts, ct);
            foreach (var fact in facts)
            {
                if (fact.SubjectId != last.Subject) Fold();
                if (IssueRecord.ChangedBy(fact).Contains(fact.SubjectId)) own.Add(fact);
                last = (fact.SubjectId, fact.EventId);
            }

            await Save();
            count += facts.Count;
        }

        Fold();
        // Of these nothing but an agenda has told yet.
        db.Issues.AddRange(elsewhere.Select(x => x.Key).Except(folded).Select(x => IssueRecord.Fold(x, db.TenantId, elsewhere[x])));
        folded.UnionWith(elsewhere.Select(x => x.Key));
        await Save();
        return (count, folded.Count);

        void Fold()
        {
            if (own.Count == 0) return;
            var issue = own[0].SubjectId;
            db.Issues.Add(IssueRecord.Fold(issue, db.TenantId, own.Concat(elsewhere[issue])));
            folded.Add(issue);
            own.Clear();
        }

        async Task Save()
        {
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    private IQueryable<StoredFact> After((Guid Subject, Guid Event) last) => db.Facts.AsNoTracking()
        .Where(x => EF.Functions.GreaterThan(ValueTuple.Create(x.SubjectId, x.EventId), ValueTuple.Create(last.Subject, last.Event)))
        .OrderBy(x => x.SubjectId).ThenBy(x => x.EventId);

    /// <summary>An issue with those that were merged into it, and into those.</summary>
    public async Task<IReadOnlyList<IssueRecord>> Family(IssueRecord issue, CancellationToken ct)
    {
        List<IssueRecord> family = [issue];
        for (var i = 0; i < family.Count; i++)
        {
            var into = family[i].Id;
            family.AddRange(await db.Issues.AsNoTracking().Where(x => x.MergedIntoId == into).ToListAsync(ct));
        }

        return family;
    }

    /// <summary>The facts of an issue's story: about it, about what was merged into it, and about whatever is tied to those.</summary>
    public async Task<List<StoredFact>> Story(IReadOnlyCollection<IssueRecord> issues, CancellationToken ct)
    {
        string[] roots = [.. issues.Select(x => x.Id.ToString()), .. issues.Select(x => x.ReceiptNumber!)];
        return await db.Facts.FromSql($"""
            WITH RECURSIVE things(thing) AS (
                SELECT unnest({roots})
                UNION SELECT t."to" FROM ties t JOIN things ON t.of = things.thing WHERE t.tenant_id = {db.TenantId})
            SELECT f.* FROM facts f WHERE f.event_id IN (
                SELECT m.event_id FROM mentions m JOIN things ON m.thing = things.thing WHERE m.tenant_id = {db.TenantId})
            """).AsNoTracking().ToListAsync(ct);
    }

    private IQueryable<About> FactsOf(IReadOnlyCollection<Guid> issues)
    {
        string[] things = [.. issues.Select(x => x.ToString())];
        return db.Mentions.Where(x => things.Contains(x.Thing))
            .Join(db.Facts, x => x.EventId, x => x.EventId, (mention, fact) => new About { Thing = mention.Thing, Fact = fact }).AsNoTracking();
    }

    private sealed class About
    {
        public required string Thing { get; init; }
        public required StoredFact Fact { get; init; }
    }
}
