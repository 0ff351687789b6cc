using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Events;
using Platform.Worlds;
using Xunit;

namespace Platform.Kernel.Tests;

/// <summary>A probe whose line to the broker can be spoilt.</summary>
public sealed class SpoiltProbe() : PlacesWorld<Program, Platform.Probe.ProbeDb>("probe")
{
    public SpoiltLine Line { get; private set; } = null!;

    protected override Uri WayTo(Uri broker) => (Line ??= SpoiltLine.To(broker)).Address;

    public override async ValueTask DisposeAsync()
    {
        // What hangs is let go first, or stopping would wait for it.
        Line?.Break();
        await base.DisposeAsync();
        if (Line is not null) await Line.DisposeAsync();
    }
}

/// <summary>A bus that hangs beside a broker that is there is helped by a fresh process alone: so the process says that it is not alive.</summary>
public sealed class BusDeliversTests(SpoiltProbe world) : IClassFixture<SpoiltProbe>
{
    [Fact]
    public async Task ABusThatHangs_BesideABrokerThatIsThere_IsNotAlive_AfterAWhile()
    {
        Assert.Equal(HttpStatusCode.OK, await Alive());

        world.Line.Hold();
        await world.Line.Close();
        await ProbeWorld.Write(world.As(world.Somebody(Contracts.Directory.V1.Role.CommitteeStaff)), "nobody hears it");
        await Wait.Until(() => Task.FromResult(world.Services.GetRequiredService<RelayState>().Waits), "see the relay wait in vain");

        Assert.Equal(HttpStatusCode.OK, await Alive());
        world.Clock.Pass(TimeSpan.FromMinutes(5));
        Assert.True(await Alive() is HttpStatusCode.OK, "a broker that is away is no reason to start anew");

        world.Line.Open();
        Assert.True(await Alive() is HttpStatusCode.OK, "it is given its time from when the broker is back");
        world.Clock.Pass(TimeSpan.FromSeconds(31));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Alive());
    }

    private async Task<HttpStatusCode> Alive()
    {
        using var http = world.Anonymous();
        return (await http.GetAsync(new Uri("/alive", UriKind.Relative))).StatusCode;
    }
}
