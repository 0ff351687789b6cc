using Platform.Volunteers.Data;
using Platform.Worlds;
using Xunit;

namespace Platform.Volunteers.Tests;

/// <summary>The first lock on every endpoint of Volunteers; nothing here is public.</summary>
public sealed class VolunteersDoorTests(VolunteersWorld world) : DoorTests<Program, VolunteersDb>(world), IClassFixture<VolunteersWorld>
{
    private readonly Lazy<Guid> _activity = new(() => Task.Run(world.DraftedActivity).GetAwaiter().GetResult());

    protected override string[] Public => [];

    protected override Guid IdOfOurs(string pattern, string parameter) =>
        parameter is "id" && pattern.Contains("/activities/", StringComparison.Ordinal) ? _activity.Value : Guid.CreateVersion7();
}

/// <summary>The third lock on every table of Volunteers.</summary>
public sealed class VolunteersLockTests(VolunteersWorld world) : LockTests<Program, VolunteersDb>(world), IClassFixture<VolunteersWorld>;
