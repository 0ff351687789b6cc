using System.Net;
using System.Net.Sockets;

namespace Platform.Standalone.Tests;

public sealed class PortsTests
{
    [Fact]
    public void RequireFree_WhenTaken_NamesThePortAndWhoHoldsIt()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var error = Assert.Throws<CannotStartException>(() => new Ports(Options.Parse(["--port", $"web={port}"])).RequireFree(["web"]));

        Assert.Contains($"Port {port}, wanted for web,", error.Message, StringComparison.Ordinal);
        Assert.Contains($"(process {Environment.ProcessId})", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_GivesEveryoneAPortOfTheirOwn()
    {
        var ports = new Ports(Options.Parse(["--ports", "random", "--replicas", "issues=3"]));

        var all = TheSystem.ServerPorts.Keys.Concat(TheSystem.Services.Select(x => x.Name)).Append("issues-3").Append("issues-grpc-3").Select(x => ports[x]).ToArray();

        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.All(all, x => Assert.InRange(x, 20_000, 32_000));
    }

    [Theory]
    [InlineData("--port nonsense=1", "no port named 'nonsense'")]
    [InlineData("--port web=70000", "not 'web=70000'")]
    [InlineData("--replicas web=2", "web runs once here")]
    [InlineData("--replicas nobody=2", "no service 'nobody'")]
    [InlineData("--replicas rabbitmq=2", "as 1, 3 or 5 nodes")]
    [InlineData("--loud", "no option --loud")]
    [InlineData("--state", "--state needs a value")]
    public void WhatCannotBe_IsSaidPlainly(string arguments, string why)
    {
        var error = Assert.Throws<CannotStartException>(() => new Ports(Options.Parse(arguments.Split(' '))));

        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Defaults_DoNotOverlap()
    {
        var ports = TheSystem.Services.SelectMany(x => new[] { x.Http, x.Grpc ?? 0 }).Where(x => x > 0).Concat(TheSystem.ServerPorts.Values).ToArray();

        Assert.Equal(ports.Length, ports.Distinct().Count());
    }
}
