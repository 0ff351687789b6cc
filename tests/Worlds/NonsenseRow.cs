using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Platform.Worlds;

/// <summary>A row behind the service's back, without its rules: only who may see it matters.</summary>
internal static class NonsenseRow
{
    /// <param name="table">Whose row.</param>
    /// <param name="tenant">Of this tenant.</param>
    /// <param name="id">What each of its ids is; a new one each where nothing is said.</param>
    public static string Insert(IEntityType table, Guid tenant, Guid? id = null)
    {
        var name = StoreObjectIdentifier.Table(table.GetTableName()!, table.GetSchema());
        var columns = table.GetFlattenedProperties().Where(x => x.GetComputedColumnSql(name) is null && x.GetColumnName(name) is not null)
            .Select(x => (Name: x.GetColumnName(name)!, Type: x.GetColumnType(name)!)).DistinctBy(x => x.Name).ToList();
        var values = columns.Select(x => x.Name == "tenant_id" ? $"'{tenant}'" : x.Type == "uuid" ? $"'{id ?? Guid.CreateVersion7()}'" : Some(x.Type));
        return $"SET session_replication_role = replica; INSERT INTO \"{table.GetTableName()}\" ({string.Join(", ", columns.Select(x => $"\"{x.Name}\""))}) VALUES ({string.Join(", ", values)})";
    }

    private static string Some(string type) => type switch
    {
        "boolean" => "false",
        "jsonb" => "'{}'",
        "bytea" => "''",
        "date" => "'2026-11-23'",
        "interval" => "'1 hour'",
        _ when type.EndsWith("[]", StringComparison.Ordinal) => "'{}'",
        _ when type.StartsWith("timestamp", StringComparison.Ordinal) => "now()",
        _ when type.StartsWith("time", StringComparison.Ordinal) => "'09:00'",
        _ when type.StartsWith("char", StringComparison.Ordinal) || type is "text" => "'x'",
        _ => "1",
    };
}
