using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Platform.Gateway.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task Health_NamesEveryService_AndFailsWhenOneIsDown()
    {
        await using var world = await GatewayWorld.Start();
        var (status, report) = await Ask(world);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(Routes.Services.Order(), report["services"]!.AsObject().Select(x => x.Key).Order());

        world.Backends["partners"].Healthy = false;
        await world.Backends["meetings"].DisposeAsync();
        (status, report) = await Ask(world);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(["meetings", "partners"], report["services"]!.AsObject().Where(x => (string?)x.Value!["status"] == "Unhealthy").Select(x => x.Key).Order());
        Assert.Equal(HttpStatusCode.OK, (await world.Anyone.GetAsync("/alive")).StatusCode);
    }

    [Fact]
    public async Task Health_WithOneReplicaDown_IsDegradedOnly()
    {
        await using var world = await GatewayWorld.Start(("services:issues:http:1", "http://127.0.0.1:9"));
        var (status, report) = await Ask(world);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("Degraded", "1/2"), ((string?)report["services"]!["issues"]!["status"], (string?)report["services"]!["issues"]!["replicas"]));
    }

    private static async Task<(HttpStatusCode Status, JsonObject Report)> Ask(GatewayWorld world)
    {
        using var answer = await world.Anyone.GetAsync("/health");
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonObject>())!);
    }
}
