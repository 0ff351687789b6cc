using Platform.Meetings.Data;
using Platform.Worlds;
using Xunit;

namespace Platform.Meetings.Tests;

// A world of its own: nobody else should meet what was sent here.
public sealed class MeetingsAttackTests(MeetingsWorld world) : AttackTests<Program, MeetingsDb>(world, new DoorsTests(world)), IClassFixture<MeetingsWorld>
{
    protected override string[] People => ["personId"];
}
