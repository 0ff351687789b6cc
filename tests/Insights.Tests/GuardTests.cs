using Platform.Insights.Data;
using Platform.Worlds;
using Xunit;

namespace Platform.Insights.Tests;

/// <summary>The first lock on every endpoint of Insights; in public, a timeline by number and phone.</summary>
public sealed class InsightsDoorTests(InsightsWorld world) : DoorTests<Program, InsightsDb>(world), IClassFixture<InsightsWorld>
{
    protected override string[] Public => ["POST /api/v1/insights/public/{street}/timelines/{number}"];
}

/// <summary>The third lock on every table of Insights.</summary>
public sealed class InsightsLockTests(InsightsWorld world) : LockTests<Program, InsightsDb>(world), IClassFixture<InsightsWorld>;
