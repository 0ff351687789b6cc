using Platform.Directory.Data;
using Platform.Directory.Start;
using Platform.Worlds;

namespace Platform.Directory.Tests;

public sealed class DirectoryLockTests(DirectoryWorld world) : LockTests<Program, DirectoryDb>(world);

public sealed class DirectoryDoorTests(DirectoryWorld world) : DoorTests<Program, DirectoryDb>(world)
{
    protected override string[] Public =>
    [
        "GET /api/v1/directory/public/streets", "POST /api/v1/directory/public/{street}/codes", "GET /api/v1/directory/public/{street}/areas",
        "GET /connect/authorize", "POST /connect/token", "GET /connect/userinfo", "GET /connect/logout",
        "GET /account/login", "POST /account/login", "GET /account/logout", "GET /account/style.css",
    ];

    protected override Guid IdOfOurs(string pattern, string parameter) => pattern switch
    {
        _ when pattern.Contains("/areas/", StringComparison.Ordinal) => DirectoryWorld.Area(1),
        _ when pattern.Contains("/venues/", StringComparison.Ordinal) => Ids.Venue(1, 1),
        _ when pattern.Contains("/integrators/", StringComparison.Ordinal) => Ids.Integrator(1, 1),
        _ when pattern.Contains("/memberships/", StringComparison.Ordinal) => Ids.Membership(1, 1, 1),
        _ => DirectoryWorld.Person(1),
    };
}
