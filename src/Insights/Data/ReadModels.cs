using Microsoft.EntityFrameworkCore;
using Platform.Insights.Domain;

namespace Platform.Insights.Data;

/// <summary>What is read out of the facts: who belongs to whom, and where each issue stands.</summary>
public sealed class ReadModels(InsightsDb db)
{
    private const int Batch = 2_000;

    /// <summary>Takes in one fact that is about to be stored, in the transaction that stores it.</summary>
    public async Task Take(StoredFact fact, CancellationToken ct)
    {
        var links = Links.Of(fact);
        db.Mentions.AddRange(links.Things.Select(x => new Mention { TenantId = fact.TenantId, Thing = x, EventId = fact.EventId }));
        await Tie(fact.TenantId, links.Ties, ct);
        // One fact of an issue at a time, always in the same order: each fold sees those before it.
        foreach (var issue in IssueRecord.ChangedBy(fact).Distinct().Order())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({issue.ToString()}, 0))", ct);
            var known = await db.Issues.SingleOrDefaultAsync(x => x.Id == issue, ct);
            var folded = IssueRecord.Fold(issue, fact.TenantId, [.. await FactsOf([issue]).Select(x => x.Fact).ToListAsync(ct), fact]);
            if (known is null) db.Issues.Add(folded);
            else db.Entry(known).CurrentValues.SetValues(folded);
        }
    }

    /// <summary>Throws everything of the tenant away and makes it again. Writers of read models wait meanwhile; readers see the old until the new is whole.</summary>
    public async Task<(int Facts, int Issues)> MakeAgain(CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"LOCK TABLE mentions, ties, issue_records IN EXCLUSIVE MODE", ct);
        await db.Mentions.ExecuteDeleteAsync(ct);
        await db.Ties.ExecuteDeleteAsync(ct);
        await db.Issues.ExecuteDeleteAsync(ct);

        var (count, issues, last) = (0, new HashSet<Guid>(), Guid.Empty);
        while (await db.Facts.AsNoTracking().Where(x => x.EventId > last).OrderBy(x => x.EventId).Take(Batch).ToListAsync(ct) is { Count: > 0 } facts)
        {
            var links = facts.Select(x => (x.EventId, Links: Links.Of(x))).ToList();
            await Mention([.. links.SelectMany(x => x.Links.Things.Select(thing => (thing, x.EventId)))], ct);
            await Tie(db.TenantId, links.SelectMany(x => x.Links.Ties).ToHashSet(), ct);
            issues.UnionWith(facts.SelectMany(IssueRecord.ChangedBy));
            (count, last) = (count + facts.Count, facts[^1].EventId);
        }

        foreach (var some in issues.Chunk(Batch))
        {
            var facts = (await FactsOf(some).AsNoTracking().ToListAsync(ct)).ToLookup(x => Guid.Parse(x.Thing), x => x.Fact);
            db.Issues.AddRange(some.Select(x => IssueRecord.Fold(x, db.TenantId, [.. facts[x]])));
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }

        return (count, issues.Count);
    }

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

    private IQueryable<About> FactsOf(Guid[] issues)
    {
        string[] things = [.. issues.Select(x => x.ToString())];
        return db.Mentions.Where(x => things.Contains(x.Thing)).Join(db.Facts, x => x.EventId, x => x.EventId, (mention, fact) => new About { Thing = mention.Thing, Fact = fact });
    }

    private Task<int> Tie(Guid tenant, IReadOnlyCollection<(string Of, string To)> ties, CancellationToken ct)
    {
        // In one order everywhere: two that add the same ties wait for each other in turn, never in a ring.
        var sorted = ties.Order().ToList();
        string[] of = [.. sorted.Select(x => x.Of)], to = [.. sorted.Select(x => x.To)];
        return ties.Count == 0 ? Task.FromResult(0) : db.Database.ExecuteSqlAsync(
            $"INSERT INTO ties (tenant_id, of, \"to\") SELECT {tenant}, * FROM unnest({of}, {to}) ON CONFLICT DO NOTHING", ct);
    }

    private Task<int> Mention(IReadOnlyCollection<(string Thing, Guid EventId)> mentions, CancellationToken ct)
    {
        string[] things = [.. mentions.Select(x => x.Thing)];
        Guid[] events = [.. mentions.Select(x => x.EventId)];
        return db.Database.ExecuteSqlAsync($"INSERT INTO mentions (tenant_id, thing, event_id) SELECT {db.TenantId}, * FROM unnest({things}, {events})", ct);
    }

    private sealed class About
    {
        public required string Thing { get; init; }
        public required StoredFact Fact { get; init; }
    }
}
