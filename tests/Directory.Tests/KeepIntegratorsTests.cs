using System.Net;
using System.Net.Http.Json;
using Grpc.Core;
using Platform.Directory.Domain;
using Platform.Directory.Features;
using Platform.Worlds;
using Xunit;

namespace Platform.Directory.Tests;

public sealed class KeepIntegratorsTests(DirectoryWorld world)
{
    private const string Address = "/api/v1/directory/integrators";

    [Fact]
    public async Task Registered_GetsTokensForItsScopes_UntilItIsClosed()
    {
        using var admin = world.Admin();
        var made = await Register(admin, "停车系统", "issues.read");
        await admin.PostAsJsonAsync("/api/v1/directory/memberships", new { personId = made.Id, role = "StreetOfficer", areaId = DirectoryWorld.Area(0) });

        Assert.Equal(HttpStatusCode.OK, await Token(made, "issues.read"));
        Assert.NotEqual(HttpStatusCode.OK, await Token(made, "issues.write"));
        Assert.Equal(["issues.read"], (await Listed(admin, made.Id)).Scopes);

        Assert.Equal(HttpStatusCode.NoContent, (await admin.PostAsync(new Uri($"{Address}/{made.Id}/close", UriKind.Relative), null)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, await Token(made, "issues.read"));
        Assert.False((await Listed(admin, made.Id)).IsOpen);
        await world.Says<Contracts.Directory.V1.MembershipChanged>(x => x.PersonId == made.Id && x.To != null);
        await Json.Refuses(DirectoryRefusals.IntegratorClosed, await admin.PostAsync(new Uri($"{Address}/{made.Id}/secret", UriKind.Relative), null));
    }

    [Fact]
    public async Task AnotherSecret_TakesThePlaceOfTheOneBefore()
    {
        using var admin = world.Admin();
        var made = await Register(admin, "门禁系统", "issues.read");

        var again = (await (await admin.PostAsync(new Uri($"{Address}/{made.Id}/secret", UriKind.Relative), null)).Content.ReadFromJsonAsync<KeepIntegrators.Registered>(Json.Options))!;

        Assert.NotEqual(HttpStatusCode.OK, await Token(made, "issues.read"));
        Assert.Equal(HttpStatusCode.OK, await Token(again, "issues.read"));
    }

    [Theory, InlineData("api"), InlineData("service"), InlineData("issues.delete")]
    public async Task AScopeThatIsNotForIntegrators_IsRefused(string scope)
    {
        using var admin = world.Admin();
        await Json.Refuses(DirectoryRefusals.UnknownScope, await admin.PostAsJsonAsync(Address, new { name = "某系统", scopes = new[] { scope } }));
    }

    [Fact]
    public async Task Open311Key_IsKnownByItsHashAlone_UntilAnotherTakesItsPlaceOrItIsClosed()
    {
        using var admin = world.Admin();
        var made = await Register(admin, "市民热线小程序", "issues.write");
        async Task<string> NewKey() => (await (await admin.PostAsync(new Uri($"{Address}/{made.Id}/open311-key", UriKind.Relative), null)).Content.ReadFromJsonAsync<KeepIntegrators.Key>(Json.Options))!.ApiKey;
        async Task<string> Owner(string key, Guid street) => (await world.Questions().WhoseKeyAsync(new() { ApiKey = key },
            new Metadata { { "authorization", $"Bearer {TestTokens.For(Guid.CreateVersion7(), null, "service")}" }, { "tenant", $"{street}" } })).IntegratorId;

        Assert.False((await Listed(admin, made.Id)).HasKey);
        var (first, second) = (await NewKey(), await NewKey());

        Assert.Equal(("", $"{made.Id}", ""), (await Owner(first, DirectoryWorld.Zhangmiao), await Owner(second, DirectoryWorld.Zhangmiao), await Owner(second, DirectoryWorld.Wusong)));
        Assert.True((await Listed(admin, made.Id)).HasKey);
        Assert.DoesNotContain(second, await admin.GetStringAsync(Address), StringComparison.Ordinal);
        await admin.PostAsync(new Uri($"{Address}/{made.Id}/close", UriKind.Relative), null);
        Assert.Equal("", await Owner(second, DirectoryWorld.Zhangmiao));
        await Json.Refuses(DirectoryRefusals.IntegratorClosed, await admin.PostAsync(new Uri($"{Address}/{made.Id}/open311-key", UriKind.Relative), null));
    }

    private static async Task<KeepIntegrators.Registered> Register(HttpClient admin, string name, params string[] scopes)
    {
        var answer = await admin.PostAsJsonAsync(Address, new { name, scopes });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<KeepIntegrators.Registered>(Json.Options))!;
    }

    private static async Task<KeepIntegrators.View> Listed(HttpClient admin, Guid id) =>
        (await admin.GetFromJsonAsync<List<KeepIntegrators.View>>(Address, Json.Options))!.Single(x => x.Id == id);

    private async Task<HttpStatusCode> Token(KeepIntegrators.Registered client, string scope) =>
        (await world.Token(("grant_type", "client_credentials"), ("client_id", client.ClientId), ("client_secret", client.Secret), ("scope", scope))).Status;
}
