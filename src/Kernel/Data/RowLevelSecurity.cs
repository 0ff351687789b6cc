using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Platform.Kernel.Tenancy;

namespace Platform.Kernel.Data;

/// <summary>
/// The third lock, derived from the model so that no table can be forgotten: every tenant-owned table shows and takes rows of the
/// connection's tenant only. The jobs account passes on the kernel's queues alone.
/// </summary>
internal static class RowLevelSecurity
{
    private static readonly Type[] SeenByJobs = [typeof(OutboxRow), typeof(InboxRow), typeof(ParkedFact), typeof(IdempotentAnswer)];

    public static string Sql(IModel model, Accounts accounts) => string.Join('\n',
    [
        $"GRANT USAGE ON SCHEMA public TO {accounts.App}, {accounts.Jobs};",
        .. model.GetEntityTypes().Where(t => t.GetTableName() is not null).DistinctBy(t => t.GetTableName()).SelectMany(t => Lock(t, accounts)),
        .. Seeking.Grants(model, accounts),
        $"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {accounts.App};",
    ]);

    private static IEnumerable<string> Lock(IEntityType type, Accounts accounts)
    {
        var table = $"\"{type.GetTableName()}\"";
        var forJobs = SeenByJobs.Contains(type.ClrType);
        var appendOnly = type.ClrType.IsDefined(typeof(AppendOnlyAttribute), inherit: false);
        yield return $"GRANT SELECT, INSERT{(appendOnly ? "" : ", UPDATE, DELETE")} ON {table} TO {accounts.App};";
        if (forJobs) yield return $"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {accounts.Jobs};";
        if (!type.ClrType.IsAssignableTo(typeof(ITenantOwned))) yield break;

        yield return $"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;";
        yield return $"ALTER TABLE {table} FORCE ROW LEVEL SECURITY;";
        yield return $"DROP POLICY IF EXISTS own_tenant ON {table};";
        yield return $"CREATE POLICY own_tenant ON {table} USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);";
        yield return $"DROP POLICY IF EXISTS jobs ON {table};";
        if (forJobs) yield return $"CREATE POLICY jobs ON {table} TO {accounts.Jobs} USING (true);";
    }
}

/// <summary>The service's account may add rows to this entity's table, and never change or remove one.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AppendOnlyAttribute : Attribute;

/// <summary>The two accounts that a service runs under; neither can change the schema or pass row-level security.</summary>
internal sealed record Accounts(string App, string Jobs, string Seeker);
