using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Authentication;
using Xunit;

namespace Platform.Web.Tests;

/// <summary>A token that the gateway no longer takes costs a reader nothing: it is renewed once, and the call is made again.</summary>
public sealed class TokenRefreshTests
{
    [Fact]
    public async Task ARefusedToken_IsRenewedOnce_AndTheSameActIsDoneAgain()
    {
        using var reader = await Reader.With("old", "r1", request => request.RequestUri!.AbsolutePath == "/connect/token"
            ? Reader.Answer(HttpStatusCode.OK, """{"access_token":"new","refresh_token":"r2","expires_in":1800}""")
            : Reader.Answer(request.Headers.Authorization?.Parameter == "new" ? HttpStatusCode.OK : HttpStatusCode.Unauthorized));
        reader.Next(("_once", "0190a000-0000-7000-8000-000000000001"));

        var answer = await reader.Client().PostAsJsonAsync("/api/v1/issues/1/accept", new { words = "受理" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var acts = reader.Asked.Where(x => x.Path.EndsWith("accept", StringComparison.Ordinal)).ToList();
        Assert.Equal(["old", "new"], acts.Select(x => x.Token));
        Assert.Single(acts.Select(x => x.Key).Distinct(), "0190a000-0000-7000-8000-000000000001-0");
        // The browser has them from now on.
        reader.Next();
        Assert.Equal(("new", "r2"), (await reader.Http.GetTokenAsync("access_token"), await reader.Http.GetTokenAsync("refresh_token")));
    }

    [Fact]
    public async Task SeveralCallsAtOnce_AreRenewedForByOne()
    {
        using var reader = await Reader.With("old", "r1", request => request.RequestUri!.AbsolutePath == "/connect/token"
            ? Reader.Answer(HttpStatusCode.OK, """{"access_token":"new","refresh_token":"r2","expires_in":1800}""")
            : Reader.Answer(request.Headers.Authorization?.Parameter == "new" ? HttpStatusCode.OK : HttpStatusCode.Unauthorized));
        var client = reader.Client();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(x => client.GetAsync(new Uri($"/api/v1/issues/{x}", UriKind.Relative))));

        Assert.Single(reader.Asked, x => x.Path == "/connect/token");
    }

    [Theory, InlineData(HttpStatusCode.BadRequest), InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task WhereThereIsNoOther_TheRefusalStands_AndIsNotRepeated(HttpStatusCode token)
    {
        using var reader = await Reader.With("old", "r1", request =>
            Reader.Answer(request.RequestUri!.AbsolutePath == "/connect/token" ? token : HttpStatusCode.Unauthorized));

        var answer = await reader.Client().GetAsync(new Uri("/api/v1/issues/1", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(2, reader.Asked.Count);
    }
}
