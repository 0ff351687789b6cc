using Platform.Insights.Data;
using Platform.Worlds;
using Xunit;

namespace Platform.Insights.Tests;

/// <summary>The first lock on every endpoint of Insights; nothing here is public.</summary>
public sealed class InsightsDoorTests(InsightsWorld world) : PlacesDoorTests<Program, InsightsDb>(world), IClassFixture<InsightsWorld>
{
    private readonly InsightsWorld _world = world;
    private int _journeys;

    protected override string[] Public => [];

    protected override async Task<object[]> ThingsOfOurs(string door)
    {
        var journey = new Journey(_world, 1_000 + 10 * ++_journeys);
        await _world.Hear(journey.Facts);
        return [journey.Receipt];
    }

    protected override Task Settle(Guid person) => ThingsOfOurs("");

    protected override string Query(string door) => door.EndsWith("/happenings", StringComparison.Ordinal) ? "?kind=Meetings" : "";
}

/// <summary>The third lock on every table of Insights.</summary>
public sealed class InsightsLockTests(InsightsWorld world) : LockTests<Program, InsightsDb>(world), IClassFixture<InsightsWorld>;
