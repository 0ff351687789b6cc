using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Platform.Kernel.Data;

/// <summary>
/// The migration step: makes the database and its accounts where they are absent, migrates as the owner, locks every table. Run under an
/// account that may create roles and databases, never by the service itself.
/// </summary>
public static class Provisioning
{
    public static async Task Migrate<TDb>(Connections connections, CancellationToken ct) where TDb : PlatformDb
    {
        var database = new NpgsqlConnectionStringBuilder(connections.App).Database!;
        var owner = $"{database}_owner";
        var accounts = new Accounts(User(connections.App), User(connections.Jobs), $"{database}_seeker");
        await MakeAccounts(connections, database, owner, accounts.Seeker, ct);

        string As(string role) =>
            new NpgsqlConnectionStringBuilder(connections.Admin) { Database = database, Options = $"-c role={role}", Pooling = false }.ConnectionString;
        await using var db = Hosting.Database.Open<TDb>(As(owner));
        await db.Database.MigrateAsync(ct);
        await db.Database.ExecuteSqlRawAsync(RowLevelSecurity.Sql(db.Model, accounts), ct);
        if (Seeking.Functions(db.Model, accounts) is not { Length: > 0 } functions) return;
        await using var seeking = Hosting.Database.Open<TDb>(As(accounts.Seeker));
        await seeking.Database.ExecuteSqlRawAsync(functions, ct);
    }

    private static async Task MakeAccounts(Connections connections, string database, string owner, string seeker, CancellationToken ct)
    {
        // From the database that every server has: the service's own may not be there yet. And the lock below holds within one database.
        await using var admin = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connections.Admin) { Database = "postgres", Pooling = false });
        // Services are migrated side by side on one server: roles are made one at a time.
        await using var connection = await admin.OpenConnectionAsync(ct);
        await Run(connection, "SELECT pg_advisory_lock(20261122)", ct);
        await MakeRole(connection, owner, "NOLOGIN", ct);
        await MakeRole(connection, seeker, "NOLOGIN NOBYPASSRLS", ct);
        foreach (var account in new[] { connections.App, connections.Jobs })
            await MakeRole(connection, User(account), $"LOGIN NOBYPASSRLS PASSWORD {Quoted(new NpgsqlConnectionStringBuilder(account).Password!)}", ct);
        await Run(connection, $"GRANT \"{owner}\" TO CURRENT_USER", ct);
        // Not to the owner: the seeker's policy would let it pass too.
        await Run(connection, $"GRANT \"{seeker}\" TO CURRENT_USER", ct);
        if (!await Exists(connection, "SELECT 1 FROM pg_database WHERE datname = $1", database, ct))
            await Run(connection, $"CREATE DATABASE \"{database}\" OWNER \"{owner}\" TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'", ct);
        await Run(connection, $"REVOKE CONNECT ON DATABASE \"{database}\" FROM PUBLIC", ct);
        await Run(connection, $"GRANT CONNECT ON DATABASE \"{database}\" TO \"{User(connections.App)}\", \"{User(connections.Jobs)}\"", ct);
    }

    private static async Task MakeRole(NpgsqlConnection connection, string role, string attributes, CancellationToken ct) =>
        await Run(connection, await Exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = $1", role, ct)
            ? $"ALTER ROLE \"{role}\" {attributes}" : $"CREATE ROLE \"{role}\" {attributes}", ct);

    private static async Task<bool> Exists(NpgsqlConnection connection, string sql, string name, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string User(string connection) => new NpgsqlConnectionStringBuilder(connection).Username!;

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}

/// <summary>How a service reaches its database: as itself, for its jobs, and (migration step only) as the one who makes things.</summary>
public sealed record Connections(string App, string Jobs, string Admin);
