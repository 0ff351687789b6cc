using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Platform.Standalone.Processes;

namespace Platform.Standalone;

/// <summary>
/// Roles, tables, row-level security, queues and seeds of every service, before any service runs: a fact finds its queues. On servers of our own,
/// whose data lie in the same state directory, a service that was migrated as it is now is not migrated again.
/// </summary>
public static class Migrations
{
    /// <summary>Directory first, for it makes the keys; the others side by side, as the machine has cores.</summary>
    public static async Task Run(ServiceCommands services, StateDirectory state, bool ownServers, CancellationToken ct)
    {
        var all = TheSystem.Services.Where(x => x.Database is not null).Select(services.Migrate).ToArray();
        await Migrate(all[0], state, ownServers, ct);
        await Parallel.ForEachAsync(
            all[1..], new ParallelOptions { MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount), CancellationToken = ct },
            async (command, stop) => await Migrate(command, state, ownServers, stop));
        Running.Say("Databases are migrated");
    }

    private static async Task Migrate(Command command, StateDirectory state, bool ownServers, CancellationToken ct)
    {
        var (file, asItIs) = (state.In($"migrated/{command.Name}"), $"{Fingerprint(command)} {File.GetLastWriteTimeUtc(state.In("postgres/PG_VERSION")):O}");
        if (ownServers && File.Exists(file) && await File.ReadAllTextAsync(file, ct) == asItIs) return;
        Directory.CreateDirectory(state.In("migrated"));
        File.Delete(file);
        await Child.Run(command, state, ct);
        await File.WriteAllTextAsync(file, asItIs, ct);
    }

    /// <summary>What is run, and everything that it is told beside where the servers and the other services are.</summary>
    public static string Fingerprint(Command command)
    {
        var library = new DirectoryInfo(Path.GetDirectoryName(command.Arguments[0])!);
        var files = library.EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(x => x.FullName, StringComparer.Ordinal)
            .Select(x => string.Create(CultureInfo.InvariantCulture, $"{x.FullName} {x.Length} {x.LastWriteTimeUtc.Ticks}"));
        var told = command.Environment.Where(x => !x.Key.StartsWith("ConnectionStrings__", StringComparison.Ordinal) && !x.Key.StartsWith("services__", StringComparison.Ordinal))
            .OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => $"{x.Key}={x.Value}");
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files.Concat(told)))));
    }
}
