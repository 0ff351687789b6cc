namespace Platform.Bench.Measuring;

/// <summary>A setting of PostgreSQL that it learns at a start, for as long as something is measured with it: nothing else pays for it.</summary>
internal sealed class ServerSetting : IAsyncDisposable
{
    private readonly Stage _stage;
    private readonly string _name;

    private ServerSetting(Stage stage, string name) => (_stage, _name) = (stage, name);

    public static async Task<ServerSetting> Set(Stage stage, string name, string value, CancellationToken ct)
    {
        await stage.Execute("issues", $"ALTER SYSTEM SET {name} = {value}");
        await Restart(stage, ct);
        return new ServerSetting(stage, name);
    }

    public async ValueTask DisposeAsync()
    {
        await _stage.Execute("issues", $"ALTER SYSTEM RESET {_name}");
        await Restart(_stage, CancellationToken.None);
    }

    private static async Task Restart(Stage stage, CancellationToken ct)
    {
        await stage.Platform.Hold("postgres");
        stage.Platform.Release("postgres");
        await stage.IsWell(ct);
        await stage.ForgetConnections(ct);
    }
}
