using System.Globalization;
using Npgsql;
using Platform.OwnPlatforms;

namespace Platform.Chaos.Faults;

/// <summary>Processes of ours that are killed, and a clock that goes wrong.</summary>
internal static class Processes
{
    public static IEnumerable<Fault> All =>
    [
        .. OwnPlatform.Services.Select(service => new Fault($"{service} killed (-9)", 20, (scene, ct) => Kill(scene, service, ct))),
        new("relay killed between publish and delete", 3, BetweenPublishAndDelete),
        new("gateway killed", 5, (scene, ct) => Kill(scene, "gateway", ct)),
        new("clock of Issues 20 minutes ahead, then behind", 2, WrongClock),
    ];

    private static async Task Kill(Scene scene, string process, CancellationToken ct)
    {
        await scene.SomeMoment(ct);
        await scene.Stage.Kill(process);
    }

    // The relay publishes, sets aside what it cannot read, deletes. Who holds the table of what is set aside holds it in between.
    private static async Task BetweenPublishAndDelete(Scene scene, CancellationToken ct)
    {
        await using var issues = await scene.Stage.Open("issues");
        await using (var lasts = await issues.BeginTransactionAsync(ct))
        {
            await using var take = new NpgsqlCommand("LOCK TABLE parked_facts IN ACCESS EXCLUSIVE MODE", issues, lasts);
            await take.ExecuteNonQueryAsync(ct);
            await Task.Delay(2_500, ct);
            await using var waiting = new NpgsqlCommand("SELECT count(*) FROM outbox", issues, lasts);
            var held = (long)(await waiting.ExecuteScalarAsync(ct))!;
            scene.Remarks.Add(string.Create(CultureInfo.InvariantCulture, $"{held} facts held between"));
            await Task.WhenAll(scene.Stage.Kill("issues"), scene.Stage.Kill("issues-2"));
        }
    }

    private static async Task WrongClock(Scene scene, CancellationToken ct)
    {
        var file = scene.Stage.State.In("clock.issues");
        foreach (var seconds in (string[])["1200", "-1200"])
        {
            await File.WriteAllTextAsync(file + ".new", seconds, ct);
            File.Move(file + ".new", file, overwrite: true);
            await Task.Delay(8_000, ct);
        }

        File.Delete(file);
    }
}
