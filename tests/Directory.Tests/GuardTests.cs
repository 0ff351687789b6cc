using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Platform.Directory.Data;
using Platform.Directory.Start;
using Platform.Worlds;

namespace Platform.Directory.Tests;

public sealed class DirectoryLockTests(DirectoryWorld world) : LockTests<Program, DirectoryDb>(world);

public sealed class DirectoryDoorTests(DirectoryWorld world) : DoorTests<Program, DirectoryDb>(world)
{
    private readonly DirectoryWorld _world = world;

    protected override string[] Public =>
    [
        "GET /api/v1/directory/public/streets", "POST /api/v1/directory/public/{street}/codes", "GET /api/v1/directory/public/{street}/areas",
        "GET /connect/authorize", "POST /connect/token", "GET /connect/userinfo", "GET /connect/logout",
        "GET /account/login", "POST /account/login", "GET /account/logout", "GET /account/style.css",
    ];

    protected override Street Ours { get; } = new(DirectoryWorld.Zhangmiao, "zhangmiao", DirectoryWorld.Area(0), "310113008/");
    protected override Street Theirs { get; } = new(DirectoryWorld.Wusong, "wusong", Ids.Area(2, 0), "310113007/");

    protected override IReadOnlyDictionary<string, string> AlikeForAll { get; } = new Dictionary<string, string>
    {
        ["GET /api/v1/directory/public/streets"] = "which streets are here is public, and what a newcomer must know first",
        ["GET /api/v1/directory/calendar"] = "every street begins with the State Council's years",
        ["GET /api/v1/directory/calendar/{year:int}"] = "every street begins with the State Council's years",
    };

    protected override async Task<object[]> ThingsOfOurs(string door)
    {
        using var admin = _world.Admin();
        return
        [
            door.Contains("/areas/", StringComparison.Ordinal) ? await Made(admin, "areas", new { parentId = DirectoryWorld.Area(11), code = $"{Guid.CreateVersion7():n}", name = "临时楼栋" })
            : door.Contains("/venues/", StringComparison.Ordinal) ? await Made(admin, "venues", new { areaId = DirectoryWorld.Area(109), name = "临时议事点", capacity = 5 })
            : door.Contains("/integrators/", StringComparison.Ordinal) ? await Made(admin, "integrators", new { name = "临时系统", scopes = (string[])["issues.read"] })
            : door.Contains("/memberships/", StringComparison.Ordinal) ? await Made(admin, "memberships", new { personId = await Newcomer(Ours), role = "Convenor", areaId = DirectoryWorld.Area(1) })
            : await Newcomer(Ours),
        ];
    }

    protected override async Task<Guid> Newcomer(Street street)
    {
        using var admin = street == Ours ? _world.Admin() : _world.As(Ids.Person(2, 3), DirectoryWorld.Wusong);
        return await Made(admin, "people", new { name = "某某", phone = $"198{RandomNumberGenerator.GetInt32(100_000_000):d8}" });
    }

    private static async Task<Guid> Made(HttpClient admin, string what, object thing)
    {
        var made = await admin.PostAsJsonAsync($"/api/v1/directory/{what}", thing);
        return (await made.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    // The demonstration's street has everything but a gap: a building whose point nobody has set up.
    protected override async Task Settle(Guid person)
    {
        using var admin = _world.Admin();
        await Made(admin, "areas", new { parentId = DirectoryWorld.Area(11), code = $"{Guid.CreateVersion7():n}", name = "临时楼栋" });
    }
}
