using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Issues.Domain;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Data;

internal sealed class ImportMapping : IEntityTypeConfiguration<ImportRun>, IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.ToTable("import_runs");
        builder.Property(x => x.FileName).HasMaxLength(Imports.FileName);
        builder.HasIndex(x => new { x.TenantId, x.Id });
        // What the job looks for: nearly always nothing.
        builder.HasIndex(x => new { x.TenantId, x.State }).HasFilter("NOT forgotten");
    }

    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.ToTable("import_rows");
        builder.Property(x => x.ExternalNumber).HasMaxLength(Limits.ExternalNumber);
        builder.Property(x => x.Title).HasMaxLength(Limits.Title);
        builder.Property(x => x.Category).HasMaxLength(Limits.CategoryCode);
        builder.Property(x => x.Problems).AsJson();
        builder.HasIndex(x => new { x.TenantId, x.RunId, x.Number }).IsUnique();
        builder.HasIndex(x => new { x.TenantId, x.RunId, x.State, x.Number });
    }
}

/// <summary>Runs and their rows.</summary>
public static class Imports
{
    public const int FileName = 200;
    private const int AtOnce = 2_000;

    /// <summary>The runs of which this caller holds every area.</summary>
    public static IQueryable<ImportRun> SeenBy(this IQueryable<ImportRun> runs, Caller caller)
    {
        var patterns = caller.PatternsOf(IssueRights.Importers);
        // Twice negated: of All(Any(Like)) Npgsql makes "is contained in", and nobody would see anything.
        return runs.Where(x => !x.Scope.Any(path => !patterns.Any(pattern => EF.Functions.Like(path, pattern))));
    }

    /// <summary>What the rows are held against: the street as it is now.</summary>
    public static async Task<HotlineReader> HotlineReader(this IssuesDb db, IReadOnlyList<string> scope, DateOnly today, CancellationToken ct)
    {
        var (categories, areas) = (await db.Categories.AsNoTracking().ToListAsync(ct), await db.Areas.AsNoTracking().ToListAsync(ct));
        return new HotlineReader(categories, new HotlinePlaces(areas), (await db.Street(ct)).Zone, today, scope);
    }

    /// <summary>Which of these orders are issues already.</summary>
    public static async Task<HashSet<string>> KnownOrders(this IssuesDb db, IEnumerable<string> numbers, CancellationToken ct)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in numbers.Chunk(AtOnce))
            known.UnionWith(await db.Issues.Where(x => some.Contains(x.ExternalNumber)).Select(x => x.ExternalNumber!).ToListAsync(ct));
        return known;
    }

    /// <summary>Until this transaction ends, nobody else takes the street's orders over: who comes second finds what the first one made.</summary>
    public static Task<int> HoldOrders(this IssuesDb db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({$"orders of {db.TenantId}"}, 0))", ct);

    /// <summary>Tens of thousands of rows, of which nothing needs to be tracked: each statement writes two thousand.</summary>
    public static async Task Stage(this IssuesDb db, IEnumerable<ImportRow> rows, CancellationToken ct)
    {
        foreach (var some in rows.Chunk(AtOnce))
        {
            T[] Each<T>(Func<ImportRow, T> value) => [.. some.Select(value)];
            var (ids, runs, numbers, states) = (Each(x => x.Id), Each(x => x.RunId), Each(x => x.Number), Each(x => $"{x.State}"));
            var (orders, titles, categories, areas) = (Each(x => x.ExternalNumber), Each(x => x.Title), Each(x => x.Category), Each(x => x.AreaId));
            var (problems, cells) = (Each(x => Documents.Written(x.Problems)), Each(x => x.Cells));
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO import_rows (id, tenant_id, run_id, number, state, external_number, title, category, area_id, problems, cells)
                SELECT id, {db.TenantId}, run, number, state, external_number, title, category, area, problems::jsonb, cells
                FROM unnest({ids}, {runs}, {numbers}, {states}, {orders}, {titles}, {categories}, {areas}, {problems}, {cells})
                    AS row(id, run, number, state, external_number, title, category, area, problems, cells)
                """, ct);
        }
    }
}
