using Platform.Demonstration.Api;

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
        await Awake(stage, ct);
    }

    // Each service finds out by a failure that its old connections are gone, and the gateway leaves it out for two seconds then.
    private static async Task Awake(Stage stage, CancellationToken ct)
    {
        string[] doors = ["issues?limit=1", "meetings/bodies?limit=1", "volunteers/activities?limit=1", "insights/rates", "directory/calendar"];
        using var http = new HttpClient();
        for (var good = 0; good < 5;)
            try
            {
                http.DefaultRequestHeaders.Authorization = await stage.TokenOf(Zhangmiao.Phone(5));
                foreach (var door in doors) (await http.GetAsync(new Uri($"{stage.Platform.Run.Gateway}/api/v1/{door}"), ct)).Dispose();
                good++;
            }
            catch (Exception away) when (away is PlatformRefusedException or HttpRequestException)
            {
                good = 0;
                await Task.Delay(500, ct);
            }
    }
}
