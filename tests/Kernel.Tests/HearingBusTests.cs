using System.Diagnostics;
using System.Reflection;
using MassTransit;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Contracts.Issues.V1;
using Platform.Kernel.Events;
using Xunit;

namespace Platform.Kernel.Tests;

/// <summary>
/// After a while without its broker MassTransit tries again ever later, up to half a minute. Whoever waits for a fact's effect does not care why:
/// once the broker is back the service hears, soon, and in the same process.
/// </summary>
public sealed class HearingBusTests(SpoiltProbe world) : IClassFixture<SpoiltProbe>
{
    [Fact]
    public async Task ABrokerThatWasAwayForLong_IsHeardAgain_SoonAfterItIsBack()
    {
        var issue = Guid.CreateVersion7();
        await ProbeWorld.Write(world.As(world.Somebody(Contracts.Directory.V1.Role.CommitteeStaff)), "waits", issue);
        await world.Line.Close();
        world.Line.Break();
        // By then MassTransit has tried three times, and would try again after some twenty seconds more.
        await Task.Delay(TimeSpan.FromSeconds(30));

        world.Line.Open();
        var since = Stopwatch.GetTimestamp();
        await world.Deliver(world.Fact(new IssueRated { Score = 4 }, issue));

        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, TimeSpan.FromSeconds(8));
    }

    /// <summary>A migration step that waited for it would keep the whole platform from starting.</summary>
    [Fact]
    public async Task ABusThatNeverStops_HasDeclaredAllTheSame()
    {
        var bus = new HearingBus(_ => DispatchProxy.Create<IBusControl, NeverStops>(), BrokerAddress.Parse("amqp://localhost"), NullLogger<HearingBus>.Instance);

        await bus.Declare().WaitAsync(TimeSpan.FromSeconds(20));
    }

    /// <summary>Begins at once, and does not stop whatever it is told.</summary>
    public class NeverStops : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            nameof(IBusControl.StartAsync) => Task.FromResult<BusHandle>(null!),
            nameof(IBusControl.StopAsync) => new TaskCompletionSource().Task,
            _ => throw new NotSupportedException(targetMethod.Name),
        };
    }
}
