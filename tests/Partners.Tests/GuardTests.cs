using Platform.Partners.Data;
using Platform.Worlds;
using Xunit;

namespace Platform.Partners.Tests;

/// <summary>The first lock on every endpoint of Partners; nothing here is public.</summary>
public sealed class PartnersDoorTests(PartnersWorld world) : PlacesDoorTests<Program, PartnersDb>(world), IClassFixture<PartnersWorld>
{
    private readonly PartnersWorld _world = world;

    protected override string[] Public => [];

    protected override IReadOnlyDictionary<string, string> AlikeForAll { get; } =
        new Dictionary<string, string> { ["GET /api/v1/partners/categories"] = "the platform's own list, the same in every street" };

    protected override async Task<object[]> ThingsOfOurs(string door) =>
    [
        door.Contains("/people/{id", StringComparison.Ordinal) ? await Contact()
        : door.Contains("/units/", StringComparison.Ordinal) ? await _world.JoinedUnit()
        : door.Contains("/resources/", StringComparison.Ordinal) ? await _world.OfferedResource(await _world.JoinedUnit())
        : await _world.PublishedNeed(),
    ];

    private async Task<Guid> Contact()
    {
        var person = Guid.CreateVersion7();
        await _world.JoinedUnit(person);
        return person;
    }

    protected override async Task Settle(Guid person)
    {
        await _world.OfferedResource(await _world.JoinedUnit());
        await _world.PublishedNeed();
    }
}

/// <summary>The third lock on every table of Partners.</summary>
public sealed class PartnersLockTests(PartnersWorld world) : LockTests<Program, PartnersDb>(world), IClassFixture<PartnersWorld>;
