using System.Diagnostics;
using Npgsql;
using Platform.Demonstration.Api;
using Platform.OwnPlatforms;

namespace Platform.Bench.Measuring;

/// <summary>
/// A setting of PostgreSQL that it learns at a start, for as long as something is measured with it: nothing else pays for it. In a quick run all have it
/// from the beginning, both sides alike, since each restart takes ten seconds.
/// </summary>
internal sealed class ServerSetting : IAsyncDisposable
{
    private const int AtOnce = 32, GoodRounds = 5;
    private static readonly string[] Doors = ["issues?limit=1", "meetings/bodies?limit=1", "volunteers/activities?limit=1", "insights/happenings?kind=Meetings", "directory/calendar"];
    private static readonly (string Name, string Value) CommitTimes = ("track_commit_timestamp", "on"), Statements = ("shared_preload_libraries", "pg_stat_statements");

    private readonly Stage? _stage;
    private readonly string _name;

    private ServerSetting(Stage? stage, string name) => (_stage, _name) = (stage, name);

    /// <summary>It keeps when each transaction was committed.</summary>
    public static Task<ServerSetting> KeepsCommitTimes(Stage stage, CancellationToken ct) => Set(stage, CommitTimes.Name, CommitTimes.Value, ct);

    /// <summary>It keeps how long it worked on each statement.</summary>
    public static Task<ServerSetting> KeepsStatements(Stage stage, CancellationToken ct) => Set(stage, Statements.Name, Statements.Value, ct);

    private static async Task<ServerSetting> Set(Stage stage, string name, string value, CancellationToken ct)
    {
        if (await stage.Scalar<string>("issues", $"SHOW {name}") == value) return new ServerSetting(null, name);
        await Tell(stage.Platform, name, value);
        await Restart(stage, ct);
        return new ServerSetting(stage, name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_stage is null) return;
        await _stage.Execute("issues", $"ALTER SYSTEM RESET {_name}");
        await Restart(_stage, CancellationToken.None);
    }

    /// <summary>All of them, from PostgreSQL's next start on.</summary>
    public static async Task SetAll(OwnPlatform platform)
    {
        foreach (var (name, value) in new[] { CommitTimes, Statements }) await Tell(platform, name, value);
    }

    private static async Task Tell(OwnPlatform platform, string name, string value)
    {
        await using var connection = await platform.Open("issues");
        await using var command = new NpgsqlCommand($"ALTER SYSTEM SET {name} = {value}", connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Restart(Stage stage, CancellationToken ct)
    {
        await stage.Platform.Hold("postgres");
        stage.Platform.Release("postgres");
        await stage.IsWell(ct);
        await stage.ForgetConnections(ct);
        await Awake(stage, ct);
    }

    // Each service finds out by a failure that an old connection is gone, and the gateway leaves it out for two seconds then: so as many ask at once as
    // there may be old connections, for what is cheap whatever the size of a database.
    private static async Task Awake(Stage stage, CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        var began = Stopwatch.GetTimestamp();
        for (var good = 0; good < GoodRounds;)
        {
            if (await Refused() is not { } refused)
            {
                good++;
                continue;
            }

            if (Stopwatch.GetElapsedTime(began) > Stage.Patience) throw new InvalidOperationException($"{Stage.Patience.TotalMinutes:0} minutes after PostgreSQL's restart not every service answers: {refused}");
            good = 0;
            await Task.Delay(500, ct);
        }

        // What one of them was answered, if not all is well.
        async Task<string?> Refused()
        {
            try
            {
                http.DefaultRequestHeaders.Authorization = await stage.TokenOf(Zhangmiao.Phone(5));
                foreach (var door in Doors)
                {
                    var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => http.GetAsync(new Uri($"{stage.Platform.Run.Gateway}/api/v1/{door}"), ct)));
                    var refused = answers.FirstOrDefault(x => !x.IsSuccessStatusCode) is { } one ? $"{door}: {(int)one.StatusCode} {await one.Content.ReadAsStringAsync(ct)}" : null;
                    foreach (var answer in answers) answer.Dispose();
                    if (refused is not null) return refused;
                }

                return null;
            }
            catch (Exception away) when (away is PlatformRefusedException or HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
            {
                return away.Message;
            }
        }
    }
}
