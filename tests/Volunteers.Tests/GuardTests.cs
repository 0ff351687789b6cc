using Platform.Volunteers.Data;
using Platform.Volunteers.Features;
using Platform.Worlds;
using Xunit;

namespace Platform.Volunteers.Tests;

/// <summary>The first lock on every endpoint of Volunteers; nothing here is public.</summary>
public sealed class VolunteersDoorTests(VolunteersWorld world) : PlacesDoorTests<Program, VolunteersDb>(world), IClassFixture<VolunteersWorld>
{
    private readonly VolunteersWorld _world = world;

    protected override string[] Public => [];

    protected override async Task<object[]> ThingsOfOurs(string door)
    {
        var person = Guid.CreateVersion7();
        if (door.Contains("/teams/", StringComparison.Ordinal)) return [await _world.FoundedTeam()];
        if (door.Contains("/volunteers/hours/", StringComparison.Ordinal)) return [(await Credited(person)).Id];
        var activity = await _world.OpenedActivity(2);
        if (!door.Contains("{person", StringComparison.Ordinal) && !door.Contains("/people/{id", StringComparison.Ordinal)) return [activity];
        await _world.Do(person, $"activities/{activity}/sign-ups");
        return door.Contains("/people/{id", StringComparison.Ordinal) ? [person] : [activity, person];
    }

    protected override async Task Settle(Guid person)
    {
        await _world.FoundedTeam();
        await Credited(person);
        await _world.OpenedActivity(2);
        await _world.DraftedActivity();
    }

    private async Task<MyHours.Entry> Credited(Guid person)
    {
        var activity = await _world.FinishedActivity([person], TimeSpan.FromHours(1));
        await _world.Do(_world.Staff, $"activities/{activity}/verify-hours");
        return (await _world.Get<MyHours.View>(person, "hours/mine")).Entries[0];
    }
}

/// <summary>The third lock on every table of Volunteers.</summary>
public sealed class VolunteersLockTests(VolunteersWorld world) : LockTests<Program, VolunteersDb>(world), IClassFixture<VolunteersWorld>;
