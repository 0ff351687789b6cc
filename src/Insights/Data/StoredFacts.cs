using Microsoft.EntityFrameworkCore;
using Platform.Insights.Domain;

namespace Platform.Insights.Data;

/// <summary>Facts and what they are about, written many at a time.</summary>
public static class StoredFacts
{
    private const string Linking = """
        INSERT INTO mentions (tenant_id, thing, event_id) SELECT {0}, * FROM unnest({1}, {2}) ON CONFLICT DO NOTHING;
        INSERT INTO ties (tenant_id, of, "to") SELECT {0}, * FROM unnest({3}, {4}) ON CONFLICT DO NOTHING;
        """;

    private const string Storing = """
        INSERT INTO facts (tenant_id, event_id, subject_id, actor_id, at, version, type, body, receipt_number)
        SELECT {0}, event_id, subject_id, actor_id, at, version, type, body::jsonb, receipt_number
        FROM unnest({5}, {6}, {7}, {8}, {9}, {10}, {11}, {12}) AS x(event_id, subject_id, actor_id, at, version, type, body, receipt_number)
        ON CONFLICT DO NOTHING;
        """;

    private const string Holding = "SELECT pg_advisory_xact_lock(hashtextextended(issue::text, 0)) FROM unnest({13}) AS x(issue)";

    /// <summary>
    /// Stores those that are not here yet, with what they are about, and then holds the issues: from here on one transaction at a time folds each, and
    /// sees the facts of those before it. All in one round trip.
    /// </summary>
    public static Task Store(this InsightsDb db, IReadOnlyCollection<StoredFact> facts, IReadOnlyCollection<Guid> issues, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync($"{Storing}\n{Linking}\n{Holding}",
        [
            .. LinksOf(db, facts),
            Column(facts, x => x.EventId), Column(facts, x => x.SubjectId), Column(facts, x => x.ActorId), Column(facts, x => x.At),
            Column(facts, x => x.Version), Column(facts, x => x.Type), Column(facts, x => x.Body), Column(facts, x => x.ReceiptNumber),
            issues.ToArray(),
        ], ct);

    /// <summary>What stored facts are about, made again.</summary>
    public static Task Link(this InsightsDb db, IReadOnlyCollection<StoredFact> facts, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(Linking, LinksOf(db, facts), ct);

    private static object[] LinksOf(InsightsDb db, IReadOnlyCollection<StoredFact> facts)
    {
        var links = facts.Select(x => (x.EventId, Links: Links.Of(x))).ToList();
        var mentions = links.SelectMany(x => x.Links.Things.Order(StringComparer.Ordinal).Select(thing => (Thing: thing, x.EventId))).ToList();
        var ties = links.SelectMany(x => x.Links.Ties).Distinct().OrderBy(x => x.Of, StringComparer.Ordinal).ThenBy(x => x.To, StringComparer.Ordinal).ToList();
        return [db.TenantId, Column(mentions, x => x.Thing), Column(mentions, x => x.EventId), Column(ties, x => x.Of), Column(ties, x => x.To)];
    }

    private static TValue[] Column<TRow, TValue>(IReadOnlyCollection<TRow> rows, Func<TRow, TValue> of) => [.. rows.Select(of)];
}
