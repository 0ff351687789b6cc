using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Platform.OwnPlatforms;
using Platform.Standalone.Processes;

namespace Platform.Chaos.Faults;

/// <summary>PostgreSQL and RabbitMQ: killed, stopped, out of disk, without a majority.</summary>
internal static class Servers
{
    private static readonly string[] Nodes = [.. Broker.Nodes.Values];

    public static IEnumerable<Fault> All =>
    [
        new("PostgreSQL killed (-9)", 5, (scene, ct) => KillPostgres(scene, ct)),
        new("PostgreSQL's disk full for 10 s", 2, DiskFull) { CannotBe = () => Linux.IsRoot ? null : "a small disk must be mounted, which needs root" },
        new("RabbitMQ stopped for 15 s, all nodes", 3, StopBroker),
        new("broker node lost: all connections and a leader", 5, LoseBusiest) { AtLeast = 5, Within = TimeSpan.FromSeconds(10) },
        new("broker node lost, then a second one (no majority for 10 s)", 2, LoseTwo),
    ];

    private static async Task KillPostgres(Scene scene, CancellationToken ct)
    {
        await scene.SomeMoment(ct);
        await scene.Stage.Kill("postgres");
    }

    // Its log of changes moves to a disk of its own, which a file then fills.
    private static async Task DiskFull(Scene scene, CancellationToken ct)
    {
        var (wal, disk) = (scene.Stage.State.In("postgres/pg_wal"), scene.Stage.State.In("wal"));
        if (!Directory.Exists(disk))
        {
            await scene.Stage.Hold("postgres");
            Directory.CreateDirectory(disk);
            await Shell($"mount -t tmpfs -o size=1200m,mode=700 tmpfs '{disk}' && chown postgres: '{disk}' && cp -a '{wal}/.' '{disk}/' && rm -r '{wal}' && ln -s '{disk}' '{wal}'");
            scene.Stage.Release("postgres");
            while (!await scene.Stage.IsWell(ct)) await Task.Delay(300, ct);
        }

        await Shell($"dd if=/dev/zero of='{disk}/filler' bs=1M 2>/dev/null || true");
        // Segments that were made before would last a while.
        for (var segment = 0; segment < 100; segment++) if (!await NextSegment(scene.Stage)) break;
        await Task.Delay(10_000, ct);
        File.Delete(Path.Combine(disk, "filler"));
        scene.Remarks.Add("its write-ahead log on a disk of 1.2 GB");
    }

    private static async Task<bool> NextSegment(OwnPlatform stage)
    {
        try
        {
            await using var issues = await stage.Open("issues");
            await using var next = new NpgsqlCommand("SELECT pg_logical_emit_message(false, 'chaos', 'full?'), pg_switch_wal()", issues);
            await next.ExecuteNonQueryAsync();
            return true;
        }
        catch (Exception full) when (full is NpgsqlException or TimeoutException)
        {
            return false;
        }
    }

    /// <summary>The disk goes with the platform.</summary>
    public static async Task TakeDiskAway(OwnPlatform stage)
    {
        if (Directory.Exists(stage.State.In("wal"))) await Shell($"umount '{stage.State.In("wal")}'");
    }

    /// <summary>When no node is kept away any more.</summary>
    public static Task AllAreLetBack { get; private set; } = Task.CompletedTask;

    private static async Task StopBroker(Scene scene, CancellationToken ct)
    {
        await Task.WhenAll(Nodes.Select(scene.Stage.Hold));
        await Task.Delay(15_000, ct);
        foreach (var node in Nodes) scene.Stage.Release(node);
        await UntilWhole(scene, ct);
    }

    // It stays away until the others have healed without it: that it comes back must not be what heals them.
    private static async Task LoseBusiest(Scene scene, CancellationToken ct)
    {
        var (node, connections, leads, both) = await WithLeads(scene, ct);
        scene.Remarks.Add(string.Create(CultureInfo.InvariantCulture, $"{Broker.Nodes[node]}: {connections} connections, led {leads} queues, {both} services met by both"));
        await scene.Stage.KillAndHold(Broker.Nodes[node]);
        AllAreLetBack = Task.Run(async () => { await Task.Delay(25_000, CancellationToken.None); scene.Stage.Release(Broker.Nodes[node]); }, CancellationToken.None);
    }

    private static async Task LoseTwo(Scene scene, CancellationToken ct)
    {
        var first = (await WithLeads(scene, ct)).Node;
        await scene.Stage.KillAndHold(Broker.Nodes[first]);
        await Task.Delay(10_000, ct);
        var second = (await scene.Broker.Busiest()).Node;
        await scene.Stage.KillAndHold(Broker.Nodes[second]);
        await Task.Delay(10_000, ct);
        foreach (var node in (string[])[first, second]) scene.Stage.Release(Broker.Nodes[node]);
        await UntilWhole(scene, ct);
    }

    // A node that was away leads nothing at first; the worst case needs one that is both.
    private static async Task<(string Node, int Connections, int Leads, int Both)> WithLeads(Scene scene, CancellationToken ct)
    {
        await UntilWhole(scene, ct);
        for (var tries = 0; ; tries++)
        {
            var busiest = await scene.Broker.Busiest();
            if (busiest.Both > 0) return busiest;
            if (tries > 60) throw new InvalidOperationException("No node both leads a service's queue and has its connection.");
            await Task.Delay(500, ct);
        }
    }

    private static async Task UntilWhole(Scene scene, CancellationToken ct)
    {
        while (!await scene.Broker.IsWhole()) await Task.Delay(300, ct);
    }

    private static async Task Shell(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardError = true })!;
        var errors = await shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync();
        if (shell.ExitCode != 0) throw new InvalidOperationException(errors);
    }
}
