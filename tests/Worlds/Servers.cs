using System.Net.Http.Headers;
using System.Text;
using Npgsql;

namespace Platform.Worlds;

/// <summary>The private PostgreSQL and RabbitMQ that `./platform test` starts. Tests make databases and virtual hosts of their own on them.</summary>
public static class Servers
{
    public static string Postgres => Named("TEST_POSTGRES");
    public static Uri RabbitMq => new(Named("TEST_RABBITMQ"));

    /// <summary>A virtual host of its own, with every right for the servers' user.</summary>
    public static async Task<Uri> VirtualHost(string name)
    {
        var management = new Uri(Named("TEST_RABBITMQ_MANAGEMENT"));
        using var http = new HttpClient { BaseAddress = new Uri(management.GetLeftPart(UriPartial.Authority)) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(management.UserInfo))));
        (await http.PutAsync(new Uri($"/api/vhosts/{name}", UriKind.Relative), Json("{}"))).EnsureSuccessStatusCode();
        var user = RabbitMq.UserInfo.Split(':')[0];
        (await http.PutAsync(new Uri($"/api/permissions/{name}/{user}", UriKind.Relative),
            Json("""{"configure":".*","write":".*","read":".*"}"""))).EnsureSuccessStatusCode();
        return new UriBuilder(RabbitMq) { Path = name }.Uri;
    }

    /// <summary>Runs a statement as the server's superuser.</summary>
    public static async Task Execute(string sql, string? database = null)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Postgres) { Database = database ?? "postgres", Pooling = false });
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static string Named(string name) => Environment.GetEnvironmentVariable(name)
        ?? throw new InvalidOperationException($"{name} is not set: run the tests with ./platform test, or start the servers with ./platform servers.");
}
