using Platform.Directory.SignIn;

namespace Platform.Directory.Demo;

/// <summary>What the migration step puts in: the clients always, demonstration data where it is wanted.</summary>
internal static class Seed
{
    public static async Task Run(IServiceProvider services, CancellationToken ct)
    {
        var settings = services.GetRequiredService<Settings>();
        var secret = await File.ReadAllTextAsync(Path.Combine(settings.KeyDirectory, Kernel.Doors.ServiceSecret.FileName), ct);
        await services.GetRequiredService<Clients>().RegisterOwn(secret.Trim(), ct);
    }
}
