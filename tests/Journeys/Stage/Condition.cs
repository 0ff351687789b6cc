using System.Net;
using Npgsql;
using Platform.Demonstration.Api;

namespace Platform.Journeys.Stage;

/// <summary>How the parts of a running platform do.</summary>
internal static class Condition
{
    /// <summary>What a process answers at /health, or at /alive; 0 where nobody answers.</summary>
    public static async Task<HttpStatusCode> Health(this StartedPlatform platform, string process, string door = "health")
    {
        try
        {
            using var answer = await platform.Gateway.Http.GetAsync($"{platform.Run.Processes.Single(x => x.Name == process).Http}/{door}");
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }

    /// <summary>Returns when the gateway says that every service can take work.</summary>
    public static Task IsWell(this StartedPlatform platform) => Until.Holds("the whole platform is well", async () =>
    {
        using var health = await platform.Gateway.Http.GetAsync("/health");
        return health.IsSuccessStatusCode && !(await health.Content.ReadAsStringAsync()).Contains("0/", StringComparison.Ordinal);
    }, TimeSpan.FromMinutes(2));

    /// <summary>How many facts a service has said that the broker does not have yet.</summary>
    public static async Task<long> WaitingToBeSent(this StartedPlatform platform, string service)
    {
        await using var jobs = new NpgsqlConnection(platform.Run.Processes.Single(x => x.Name == service).ConnectionStrings![$"{service}db-jobs"] + ";Pooling=false");
        await jobs.OpenAsync();
        await using var count = new NpgsqlCommand("SELECT count(*) FROM outbox", jobs);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    /// <summary>One number from a service's database, past every lock: for tests that look behind the doors.</summary>
    public static async Task<long> Count(this StartedPlatform platform, string service, string sql)
    {
        var connection = new NpgsqlConnectionStringBuilder(platform.Run.Postgres) { Database = $"{service}db", Pooling = false };
        await using var super = new NpgsqlConnection(connection.ConnectionString);
        await super.OpenAsync();
        await using var count = new NpgsqlCommand(sql, super);
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
