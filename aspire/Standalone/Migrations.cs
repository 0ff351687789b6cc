using Platform.Standalone.Processes;

namespace Platform.Standalone;

/// <summary>Roles, tables, row-level security, queues and seeds of every service, before any service runs: a fact finds its queues.</summary>
public static class Migrations
{
    /// <summary>Directory first, for it makes the keys; the others side by side, as the machine has cores.</summary>
    public static async Task Run(ServiceCommands services, StateDirectory state, CancellationToken ct)
    {
        var all = TheSystem.Services.Where(x => x.Database is not null).ToArray();
        await Child.Run(services.Migrate(all[0]), state, ct);
        await Parallel.ForEachAsync(
            all[1..], new ParallelOptions { MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount), CancellationToken = ct },
            async (service, stop) => await Child.Run(services.Migrate(service), state, stop));
        Running.Say("Databases are migrated");
    }
}
