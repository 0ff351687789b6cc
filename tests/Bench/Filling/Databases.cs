using System.Diagnostics;
using Npgsql;

namespace Platform.Bench.Filling;

/// <summary>
/// The issue service's database in several sizes, of which one at a time is the one that it works on: the others stand beside it under their
/// own names. Each begins as a copy of the platform's own, so that rights, locks and functions are the real ones.
/// </summary>
internal sealed class Databases(Stage stage)
{
    private const string Own = "issuesdb_own";
    private string _there = Own;

    /// <summary>Whether it is there already, with the schema of now.</summary>
    public async Task<bool> Has(Size size) =>
        _there == size.Database || await Exists(size.Database) && await SchemaOf(size.Database) == await SchemaOf(_there == Own ? "issuesdb" : Own);

    /// <summary>Makes it, if it is not there.</summary>
    /// <returns>In how many seconds; nothing where it was there.</returns>
    public async Task<double?> Make(Size size, CancellationToken ct)
    {
        if (await Has(size)) return null;
        var began = Stopwatch.GetTimestamp();
        await Use(null, ct);
        await stage.Platform.Hold("issues");
        var half = $"{size.Database}_half";
        await InPostgres($"DROP DATABASE IF EXISTS {half} WITH (FORCE)", $"DROP DATABASE IF EXISTS {size.Database} WITH (FORCE)", Disconnect("issuesdb"), $"CREATE DATABASE {half} TEMPLATE issuesdb");
        await Filler.Fill(stage.Platform.Run.Postgres!, half, size, stage.Tenant, ct);
        // Renamed when whole: one that was interrupted is begun anew.
        await InPostgres(Disconnect(half), $"ALTER DATABASE {half} RENAME TO {size.Database}");
        stage.Platform.Release("issues");
        await stage.IsWell(ct);
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Lets the service work on that one; on the platform's own where none is named.</summary>
    public async Task Use(Size? size, CancellationToken ct)
    {
        var wanted = size?.Database ?? Own;
        if (_there == wanted) return;
        await stage.Platform.Hold("issues");
        await InPostgres(Disconnect("issuesdb"), $"ALTER DATABASE issuesdb RENAME TO {_there}", Disconnect(wanted), $"ALTER DATABASE {wanted} RENAME TO issuesdb");
        _there = wanted;
        stage.Platform.Release("issues");
        await stage.IsWell(ct);
        await stage.ForgetConnections(ct);
    }

    private async Task<bool> Exists(string database)
    {
        await using var postgres = new NpgsqlConnection(stage.Platform.Run.Postgres);
        await postgres.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_database WHERE datname = $1", postgres) { Parameters = { new() { Value = database } } };
        return (long)(await command.ExecuteScalarAsync())! == 1;
    }

    private async Task<string> SchemaOf(string database)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(stage.Platform.Run.Postgres) { Database = database, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""
            SELECT (SELECT max(migration_id) FROM "__EFMigrationsHistory")
                || (SELECT md5(string_agg(pg_get_functiondef(oid), '' ORDER BY proname)) FROM pg_proc WHERE proname = 'bigrams' OR pronamespace = 'seek'::regnamespace)
            """, connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static string Disconnect(string database) => $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'";

    private async Task InPostgres(params string[] statements)
    {
        await using var postgres = new NpgsqlConnection(stage.Platform.Run.Postgres);
        await postgres.OpenAsync();
        foreach (var statement in statements)
        {
            // Whoever was told to leave takes a moment.
            for (var attempt = 0; ; attempt++)
                try
                {
                    await using var command = new NpgsqlCommand(statement, postgres) { CommandTimeout = 0 };
                    await command.ExecuteNonQueryAsync();
                    break;
                }
                catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.ObjectInUse && attempt < 50)
                {
                    await Task.Delay(100);
                }
        }
    }
}
