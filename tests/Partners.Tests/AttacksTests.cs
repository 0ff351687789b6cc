using Platform.Partners.Data;
using Platform.Worlds;
using Xunit;

namespace Platform.Partners.Tests;

// A world of its own: nobody else should meet what was sent here.
public sealed class PartnersAttackTests(PartnersWorld world) : AttackTests<Program, PartnersDb>(world, new PartnersDoorTests(world)), IClassFixture<PartnersWorld>
{
    protected override string[] People => ["contactId"];
}
