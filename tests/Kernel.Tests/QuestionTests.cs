using System.Diagnostics;
using System.Net;
using Platform.Contracts.Directory.V1;
using Xunit;

namespace Platform.Kernel.Tests;

/// <summary>A question to another service that is away.</summary>
public class QuestionTests(ProbeWorld world)
{
    [Fact]
    public async Task ServiceThatRestarts_IsAskedAgain()
    {
        var person = world.Somebody(Role.CommitteeStaff);
        world.Directory.IsAwayFor(person, 2);
        await ProbeWorld.Write(world.As(person), "in the end");
    }

    [Fact]
    public async Task ServiceThatNeverAnswers_IsNotWaitedForForEver()
    {
        var person = world.Somebody(Role.CommitteeStaff);
        world.Directory.IsAwayFor(person, -1);
        var waited = Stopwatch.StartNew();

        var answer = await world.As(person).GetAsync("/api/v1/probe/notes");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.InRange(waited.Elapsed, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(12));
    }
}
