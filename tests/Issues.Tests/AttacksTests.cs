using Platform.Issues.Data;
using Platform.Worlds;
using Xunit;

namespace Platform.Issues.Tests;

// A world of its own: nobody else should meet what was sent here.
public sealed class IssuesAttackTests(IssuesWorld world) : AttackTests<Program, IssuesDb>(world, new IssuesDoorTests(world)), IClassFixture<IssuesWorld>
{
    protected override string[] People => ["assigneeId"];
}
