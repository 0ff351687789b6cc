using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Kernel.Data;

/// <summary>
/// Search by words under row-level security. Before a row is known to be its tenant's, PostgreSQL asks it nothing whose operator could tell of
/// it in an error, and @@ is such an operator: a GIN index would never be used. So a function asks it, as a role without a login which the
/// policy lets pass, and names the tenant itself, by the same setting as the policy. Nothing but ids comes out of it.
/// </summary>
public static class Seeking
{
    internal const string Annotation = "Platform:Seeking";

    // What PostgreSQL is told to expect of it. Told the truth of a frequent word, it would rather read a whole street and ask each row.
    private const int Few = 20;

    /// <summary>Makes seek.{table}(tsquery text): the ids of this tenant's rows whose words, an indexed expression over these columns, match.</summary>
    public static EntityTypeBuilder<T> HasSeeking<T>(this EntityTypeBuilder<T> builder, string words, params string[] columns) where T : class
    {
        builder.Metadata.SetAnnotation(Annotation, $"{string.Join(", ", columns)}|{words}");
        return builder;
    }

    /// <summary>What the owner gives the seeker: to read these columns, past the policy.</summary>
    internal static IEnumerable<string> Grants(IModel model, Accounts accounts) => Sought(model).SelectMany(x => new[]
    {
        "CREATE SCHEMA IF NOT EXISTS seek;",
        $"GRANT USAGE, CREATE ON SCHEMA seek TO \"{accounts.Seeker}\";",
        $"GRANT USAGE ON SCHEMA seek TO {accounts.App};",
        $"GRANT USAGE ON SCHEMA public TO \"{accounts.Seeker}\";",
        $"GRANT SELECT (id, tenant_id, {x.Columns}) ON \"{x.Table}\" TO \"{accounts.Seeker}\";",
        $"DROP POLICY IF EXISTS seeker ON \"{x.Table}\";",
        $"CREATE POLICY seeker ON \"{x.Table}\" FOR SELECT TO \"{accounts.Seeker}\" USING (true);",
    });

    /// <summary>What is made as the seeker, and so runs as it.</summary>
    internal static string Functions(IModel model, Accounts accounts) => string.Join('\n', Sought(model).SelectMany(x => new[]
    {
        $"""
        CREATE OR REPLACE FUNCTION seek.{x.Table}(asked text) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS {Few} SET search_path = pg_catalog, public AS $$
        SELECT id FROM public.{x.Table} WHERE tenant_id = nullif(current_setting('app.tenant', true), '')::uuid AND {x.Words} @@ lower(asked)::tsquery $$;
        """,
        $"REVOKE ALL ON FUNCTION seek.{x.Table}(text) FROM PUBLIC;",
        $"GRANT EXECUTE ON FUNCTION seek.{x.Table}(text) TO {accounts.App};",
    }));

    private static IEnumerable<(string Table, string Columns, string Words)> Sought(IModel model)
    {
        foreach (var type in model.GetEntityTypes())
            if (type.FindAnnotation(Annotation)?.Value is string said && said.Split('|', 2) is [var columns, var words])
                yield return (type.GetTableName()!, columns, words);
    }
}
