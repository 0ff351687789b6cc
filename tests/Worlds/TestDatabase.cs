using Npgsql;
using Platform.Kernel.Data;

namespace Platform.Worlds;

/// <summary>A database for one world: cloned from a template that the migration step made once in this process.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim One = new(1, 1);
    private static readonly Dictionary<Type, string> Templates = [];
    private readonly string _name;

    private TestDatabase(string name, Connections connections) => (_name, Connections) = (name, connections);

    public Connections Connections { get; }

    /// <summary>The superuser's connection, which no lock stops: for tests that look behind the service.</summary>
    public string Super => new NpgsqlConnectionStringBuilder(Servers.Postgres) { Database = _name }.ConnectionString;

    public static async Task<TestDatabase> Of<TDb>(string service) where TDb : PlatformDb
    {
        await One.WaitAsync();
        try
        {
            if (!Templates.TryGetValue(typeof(TDb), out var template))
            {
                template = $"t_{service}_{Guid.CreateVersion7():n}";
                await Provisioning.Migrate<TDb>(ConnectionsOf(service, template), CancellationToken.None);
                NpgsqlConnection.ClearAllPools();
                Templates[typeof(TDb)] = template;
            }

            var name = $"w_{service}_{Guid.CreateVersion7():n}";
            await Servers.Execute($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"");
            return new TestDatabase(name, ConnectionsOf(service, name));
        }
        finally
        {
            One.Release();
        }
    }

    public async ValueTask DisposeAsync() => await Servers.Execute($"DROP DATABASE IF EXISTS \"{_name}\" WITH (FORCE)");

    private static Connections ConnectionsOf(string service, string database)
    {
        string As(string account) => new NpgsqlConnectionStringBuilder(Servers.Postgres)
        {
            Database = database, Username = $"{service}_{account}", Password = "test", MaxPoolSize = 20,
        }.ConnectionString;
        return new Connections(As("app"), As("jobs"), Servers.Postgres);
    }
}
