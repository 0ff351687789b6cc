using Platform.OwnPlatforms;

namespace Platform.Chaos;

/// <summary>What a fault has at hand.</summary>
/// <param name="Stage">The platform that it breaks.</param>
/// <param name="Broker">Its broker.</param>
/// <param name="Random">Seeded; the seed is printed.</param>
/// <param name="Remarks">What the row's note says.</param>
internal sealed record Scene(OwnPlatform Stage, Broker Broker, Random Random, List<string> Remarks)
{
    /// <summary>A moment that nobody could have chosen.</summary>
    public Task SomeMoment(CancellationToken ct) => Task.Delay(Random.Next(300, 1_500), ct);
}

/// <summary>One way to break the platform.</summary>
/// <param name="Name">What happens.</param>
/// <param name="Times">How often in the whole run, if its share of the time allows; in the quick one each comes once.</param>
/// <param name="Strike">Breaks it, and returns when what broke it is over: recovery is counted from there.</param>
internal sealed record Fault(string Name, int Times, Func<Scene, CancellationToken, Task> Strike)
{
    /// <summary>Why it cannot be done here; null where it can.</summary>
    public Func<string?> CannotBe { get; init; } = static () => null;

    /// <summary>How often in the whole run, however long that lasts.</summary>
    public int AtLeast { get; init; } = 1;

    /// <summary>How soon all must be well again each time, where that is promised.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>What it leaves in error queues, which is right for it and wrong for any other.</summary>
    public IReadOnlySet<string> Leaves { get; init; } = new HashSet<string>();
}
