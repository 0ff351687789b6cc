using Platform.Insights.Data;
using Platform.Worlds;
using Xunit;

namespace Platform.Insights.Tests;

// A world of its own: nobody else should meet what was sent here.
public sealed class InsightsAttackTests(InsightsWorld world) : AttackTests<Program, InsightsDb>(world, new InsightsDoorTests(world)), IClassFixture<InsightsWorld>;
