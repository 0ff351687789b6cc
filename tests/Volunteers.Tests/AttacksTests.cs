using Platform.Volunteers.Data;
using Platform.Worlds;
using Xunit;

namespace Platform.Volunteers.Tests;

// A world of its own: nobody else should meet what was sent here.
public sealed class VolunteersAttackTests(VolunteersWorld world) : AttackTests<Program, VolunteersDb>(world, new VolunteersDoorTests(world)), IClassFixture<VolunteersWorld>
{
    protected override string[] People => ["leaderId"];
}
