using Platform.Insights.Data;
using Platform.Worlds;
using Xunit;

namespace Platform.Insights.Tests;

/// <summary>The first lock on every endpoint of Insights; nothing here is public.</summary>
public sealed class InsightsDoorTests(InsightsWorld world) : DoorTests<Program, InsightsDb>(world), IClassFixture<InsightsWorld>
{
    protected override string[] Public => [];
}

/// <summary>The third lock on every table of Insights.</summary>
public sealed class InsightsLockTests(InsightsWorld world) : LockTests<Program, InsightsDb>(world), IClassFixture<InsightsWorld>;
