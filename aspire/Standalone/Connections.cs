using Npgsql;
using Platform.Standalone.Servers;

namespace Platform.Standalone;

/// <summary>
/// Who connects as whom. A server that exists already, named by a connection string in the environment
/// (ConnectionStrings__messaging, ConnectionStrings__issuesdb-admin), takes the place of a private one. No shell exports a name with
/// a hyphen, so ConnectionStrings__issuesdb_admin is the same.
/// </summary>
public sealed class Connections(Postgres postgres, IReadOnlyList<RabbitMq> rabbits, Secrets secrets, Func<string, string?> environment)
{
    /// <summary>The broker's virtual host for the platform.</summary>
    public const string VirtualHost = "platform";

    /// <summary>Whether any database is to be on a server of our own.</summary>
    public bool NeedPostgres => TheSystem.Services.Any(x => x.Database is { } database && Given(database + "-admin") is null);

    /// <summary>Whether the broker is to be our own.</summary>
    public bool NeedRabbitMq => Given(TheSystem.Broker) is null;

    /// <summary>Looks for a database that was given by halves: its accounts on a server that nobody may prepare.</summary>
    /// <exception cref="CannotStartException">A service's account is given, and not the server's administrator.</exception>
    public void Check()
    {
        foreach (var database in TheSystem.Services.Select(x => x.Database).OfType<string>())
            if (Given(database + "-admin") is null && (Given(database) ?? Given(database + "-jobs")) is not null)
                throw new CannotStartException(
                    $"ConnectionStrings__{database} is set, and ConnectionStrings__{database}_admin is not. Give the connection of an account that may create "
                    + "roles and databases there too (it alone is enough: the service's accounts are then made), or neither.");
    }

    /// <summary>The broker's address; of a cluster, the addresses of its nodes with commas between.</summary>
    public string Messaging => Given(TheSystem.Broker) ?? string.Join(',', rabbits.Select(x => x.Address(VirtualHost)));

    /// <summary>May create roles and databases; only --migrate is given it. It names the server, for the database may not exist yet.</summary>
    public string Admin(string database) => Given(database + "-admin") ?? postgres.Superuser;

    /// <summary>The service's own account, which can neither change the schema nor see another tenant.</summary>
    public string App(Service service) => Given(service.Database!) ?? Account(service, "app", poolSize: 30);

    /// <summary>The account that relays, prunes and schedules across tenants, and sees nothing else.</summary>
    public string Jobs(Service service) => Given(service.Database! + "-jobs") ?? Account(service, "jobs", poolSize: 8);

    // The pools of all services together stay below the server's max_connections.
    private string Account(Service service, string kind, int poolSize) => new NpgsqlConnectionStringBuilder(Admin(service.Database!))
    {
        Database = service.Database,
        Username = $"{service.Name}_{kind}",
        Password = secrets.Of($"{service.Name}_{kind}"),
        MaxPoolSize = poolSize,
    }.ConnectionString;

    private string? Given(string name) => Read(name) ?? (name.Contains('-') ? Read(name.Replace('-', '_')) : null);

    private string? Read(string name) => environment("ConnectionStrings__" + name) is { Length: > 0 } value ? value : null;
}
