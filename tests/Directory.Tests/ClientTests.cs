using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Platform.Directory.Tests;

public sealed class ClientTests(DirectoryWorld world)
{
    [Fact]
    public async Task Integrator_ByClientCredentials_ActsUnderItsOwnId_WithinItsScopes()
    {
        var (status, body) = await world.Token(("grant_type", "client_credentials"), ("client_id", "demo-integrator"),
            ("client_secret", "demo-integrator-secret"), ("scope", "directory.read"));
        using var http = world.With(body.GetProperty("access_token").GetString()!);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("演示对接系统", (await http.GetFromJsonAsync<JsonElement>("/api/v1/directory/me")).GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/api/v1/directory/people")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.PostAsJsonAsync("/api/v1/directory/people", new { name = "某" })).StatusCode);
    }

    [Theory]
    [InlineData("demo-integrator", "wrong", "directory.read")]
    [InlineData("demo-integrator", "demo-integrator-secret", "service")]
    [InlineData("demo-integrator", "demo-integrator-secret", "api")]
    [InlineData("nobody", "demo-integrator-secret", "directory.read")]
    public async Task Client_WithAWrongSecret_OrForAScopeNotItsOwn_GetsNothing(string client, string secret, string scope)
    {
        var (status, body) = await world.Token(("grant_type", "client_credentials"), ("client_id", client), ("client_secret", secret), ("scope", scope));

        Assert.NotEqual(HttpStatusCode.OK, status);
        Assert.False(body.TryGetProperty("access_token", out _));
    }
}
