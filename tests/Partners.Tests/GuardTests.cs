using Platform.Partners.Data;
using Platform.Worlds;
using Xunit;

namespace Platform.Partners.Tests;

/// <summary>The first lock on every endpoint of Partners; nothing here is public.</summary>
public sealed class PartnersDoorTests(PartnersWorld world) : DoorTests<Program, PartnersDb>(world), IClassFixture<PartnersWorld>
{
    private readonly Lazy<Guid> _need = new(() => Task.Run(() => world.PublishedNeed()).GetAwaiter().GetResult());
    private readonly Lazy<Guid> _unit = new(() => Task.Run(() => world.JoinedUnit()).GetAwaiter().GetResult());

    protected override string[] Public => [];

    protected override Guid IdOfOurs(string pattern, string parameter) =>
        pattern.Contains("/needs/", StringComparison.Ordinal) ? _need.Value : pattern.Contains("/units/", StringComparison.Ordinal) ? _unit.Value : Guid.CreateVersion7();
}

/// <summary>The third lock on every table of Partners.</summary>
public sealed class PartnersLockTests(PartnersWorld world) : LockTests<Program, PartnersDb>(world), IClassFixture<PartnersWorld>;
