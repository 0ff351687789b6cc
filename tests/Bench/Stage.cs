using System.Net.Http.Headers;
using Npgsql;
using Platform.Bench.Bare;
using Platform.Bench.Measuring;
using Platform.Bench.Workloads;
using Platform.Demonstration.Api;
using Platform.OwnPlatforms;

namespace Platform.Bench;

/// <summary>The platform that is measured, the bare things beside it, and who asks.</summary>
internal sealed class Stage(OwnPlatform platform, IReadOnlyList<Started> starts, BareSide bare, Pace pace, bool quick) : IDisposable
{
    /// <summary>After so long something that should be well is taken for broken.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, Gateway> _gateways = [];

    public OwnPlatform Platform => platform;
    /// <summary>How it started, as often as that was asked for.</summary>
    public IReadOnlyList<Started> Starts => starts;
    public BareSide Bare => bare;
    public Pace Pace => pace;
    public bool IsQuick => quick;

    /// <summary>The street whose issues are measured.</summary>
    public Guid Tenant { get; } = Guid.Parse("01900000-0001-7000-8000-000100000000");

    public Gateway Street(string code)
    {
        if (!_gateways.TryGetValue(code, out var gateway)) _gateways[code] = gateway = platform.Gateway(code);
        return gateway;
    }

    /// <summary>A token that has all of its thirty minutes before it. A phone has ten codes a day, which is too few for a day of measuring.</summary>
    public async Task<AuthenticationHeaderValue> TokenOf(string phone, string street = "zhangmiao")
    {
        await ForgetCodes();
        return new AuthenticationHeaderValue("Bearer", await Street(street).TokenFor(phone));
    }

    /// <summary>Codes are bounded, for a phone and for a street; whoever measures signs more people in.</summary>
    public Task ForgetCodes() => Execute("directory", "DELETE FROM one_time_codes");

    /// <summary>Where a service answers, past the gateway.</summary>
    public string Service(string name) => platform.Run.Processes.Single(x => x.Name == name).Http!;

    /// <summary>The processor time of the platform's processes of these names.</summary>
    public IReadOnlyList<Cpu> CpuOf(params string[] names) => [.. names.Select(x =>
    {
        var pid = platform.Run.Processes.Single(p => p.Name == x).Pid!.Value;
        return new Cpu(x, () => pid);
    })];

    /// <summary>That of the bare side, and of PostgreSQL where it asks it.</summary>
    public IReadOnlyList<Cpu> BareCpu(bool asksPostgres) => [new Cpu("bare", () => bare.Pid), .. asksPostgres ? CpuOf("postgres") : []];

    /// <summary>Connections past every lock, many at once.</summary>
    public NpgsqlDataSource Source(string service) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(platform.Run.Postgres) { Database = $"{service}db", MaxPoolSize = 40 }.ConnectionString);

    public async Task Execute(string service, string sql)
    {
        await using var connection = await platform.Open(service);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A table of the bench's own beside a service's, where it is not there yet: in a schema that no migration of the service looks at.</summary>
    /// <param name="service">In whose database.</param>
    /// <param name="table">Its name, without the schema, and its columns.</param>
    public Task MakeTable(string service, string table) => Execute(service, $"CREATE SCHEMA IF NOT EXISTS bench; CREATE TABLE IF NOT EXISTS bench.{table}");

    public async Task<T> Scalar<T>(string service, string sql)
    {
        await using var connection = await platform.Open(service);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Until it is well.</summary>
    /// <exception cref="InvalidOperationException">It is not after three minutes.</exception>
    public async Task IsWell(CancellationToken ct)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await platform.IsWell(ct))
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience) throw new InvalidOperationException($"The platform is not well after {Patience.TotalMinutes:0} minutes; its logs are in {platform.State.Root}.");
            await Task.Delay(200, ct);
        }
    }

    /// <summary>The bare side's connections end with their database or their server: it opens new ones.</summary>
    public async Task ForgetConnections(CancellationToken ct)
    {
        using var http = new HttpClient();
        using var forgotten = await http.PostAsync(new Uri($"{bare.Http}/forget"), null, ct);
    }

    public void Dispose()
    {
        foreach (var gateway in _gateways.Values) gateway.Dispose();
    }
}
