using Npgsql;
using Platform.Standalone.Processes;

namespace Platform.Standalone.Servers;

/// <summary>A private PostgreSQL from the system's package: own data, own port, loopback only, a password for everyone.</summary>
public sealed class Postgres(StateDirectory state, Ports ports, Secrets secrets, bool throwaway)
{
    private readonly string _data = state.In("postgres");
    private readonly string? _user = Linux.IsRoot ? "postgres" : null;

    /// <summary>The superuser's connection, which --migrate is given and services are not.</summary>
    public string Superuser => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = ports["postgres"],
        Database = "postgres",
        Username = "postgres",
        Password = secrets.Of("postgres"),
    }.ConnectionString;

    /// <summary>Whether the user that PostgreSQL runs as may enter a directory.</summary>
    public static bool MayEnter(string directory)
    {
        if (!Linux.IsRoot) return true;
        var every = UnixFileMode.OtherExecute;
        for (var at = new DirectoryInfo(directory); at is not null; at = at.Parent)
            if (at.Exists && (at.UnixFileMode & every) == 0) return false;
        return true;
    }

    /// <summary>Makes the data directory on the first start, and gives the command that runs the server.</summary>
    public async Task<Command> Prepare(CancellationToken ct)
    {
        if (!MayEnter(Path.GetDirectoryName(state.Root)!))
            throw new CannotStartException($"PostgreSQL runs as the user postgres, who may not enter {Path.GetDirectoryName(state.Root)}. Choose another --state directory.");
        var bin = Binaries();
        if (Directory.Exists(_data)) CheckVersion(bin);
        else await Initialise(bin, ct);

        // Half the cost of a commit is the disk's; a test's data need not outlive a power cut.
        string[] durability = throwaway ? ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"] : [];
        return new Command("postgres", Path.Combine(bin, "postgres"),
        [
            "-D", _data, "-p", $"{ports["postgres"]}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
            "-c", "max_connections=300", "-c", "shared_buffers=256MB", .. durability,
        ])
        {
            User = _user,
            StopSignal = Signal.Interrupt,
            OrphanSignal = Signal.Interrupt,
            Patience = TimeSpan.FromSeconds(30),
        };
    }

    /// <summary>Waits until it answers a query.</summary>
    public async Task WaitUntilReady(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(Superuser + ";Pooling=false;Timeout=3");
                await connection.OpenAsync(ct);
                return;
            }
            catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InvalidPassword)
            {
                throw new CannotStartException($"PostgreSQL in {_data} does not take the password kept in {state.In("secrets.json")}. ./platform down --data forgets both.");
            }
            catch (NpgsqlException)
            {
                await Task.Delay(100, ct);
            }
        }
    }

    private static string Binaries() =>
        Directory.Exists("/usr/lib/postgresql")
        && Directory.GetDirectories("/usr/lib/postgresql").Where(x => File.Exists(x + "/bin/postgres"))
            .MaxBy(x => int.TryParse(Path.GetFileName(x), out var version) ? version : 0) is { } newest
            ? newest + "/bin"
            : throw new CannotStartException("PostgreSQL is not installed. ./platform up installs it.");

    private async Task Initialise(string bin, CancellationToken ct)
    {
        // Into a place of its own first, and renamed when whole: an initdb that was interrupted leaves no half directory.
        var (half, password) = (state.In("postgres.new"), state.In("postgres.pw"));
        if (Directory.Exists(half)) Directory.Delete(half, recursive: true);
        StateDirectory.WritePrivately(password, secrets.Of("postgres"));
        if (_user is not null)
        {
            await Child.Run(new Command("postgres-own", "install", "-d", "-o", _user, "-g", _user, "-m", "0700", half), state, ct);
            await Child.Run(new Command("postgres-own", "chown", _user, password), state, ct);
        }

        await Child.Run(
            new Command("postgres-initdb", bin + "/initdb", "-D", half, "-U", "postgres", "-A", "scram-sha-256",
                $"--pwfile={password}", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
            { User = _user }, state, ct);
        File.Delete(password);
        Directory.Move(half, _data);
    }

    private void CheckVersion(string bin)
    {
        var file = Path.Combine(_data, "PG_VERSION");
        if (!File.Exists(file))
            throw new CannotStartException($"{_data} is not a PostgreSQL data directory (it has no PG_VERSION). ./platform down --data removes it.");
        var (made, installed) = (File.ReadAllText(file).Trim(), Path.GetFileName(Path.GetDirectoryName(bin)));
        if (made != installed)
            throw new CannotStartException($"{_data} was made by PostgreSQL {made}, and {installed} is installed. Install {made}, or let ./platform down --data forget the data.");
    }
}
