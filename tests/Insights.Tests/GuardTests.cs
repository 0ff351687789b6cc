using System.Text.Json.Nodes;
using Platform.Insights.Data;
using Platform.Worlds;
using Xunit;

namespace Platform.Insights.Tests;

/// <summary>The first lock on every endpoint of Insights; in public, a timeline by number and phone.</summary>
public sealed class InsightsDoorTests(InsightsWorld world) : PlacesDoorTests<Program, InsightsDb>(world), IClassFixture<InsightsWorld>
{
    private const string Phone = "+8613800138002";
    private readonly InsightsWorld _world = world;
    private static int _journeys;

    protected override string[] Public => ["POST /api/v1/insights/public/{street}/timelines/{number}"];

    protected override async Task<object[]> ThingsOfOurs(string door)
    {
        var journey = new Journey(_world, 1_000 + 10 * ++_journeys);
        await _world.Hear(journey.Facts);
        _world.Directory.HasPhone(journey.Author, Phone);
        return [door.Contains("/people/{id", StringComparison.Ordinal) ? journey.Author : journey.Receipt];
    }

    protected override Task<JsonNode?> Body(string door, object[] things, JsonNode? made) =>
        Task.FromResult(door.Contains("/public/", StringComparison.Ordinal) ? new JsonObject { ["phone"] = Phone } : made);

    protected override Task Settle(Guid person) => ThingsOfOurs("");

    protected override string Query(string door) => door.EndsWith("/happenings", StringComparison.Ordinal) ? "?kind=Meetings" : "";
}

/// <summary>The third lock on every table of Insights.</summary>
public sealed class InsightsLockTests(InsightsWorld world) : LockTests<Program, InsightsDb>(world), IClassFixture<InsightsWorld>;
