using System.Net.Http.Json;
using Platform.Contracts.Directory.V1;
using Platform.Probe;
using Platform.Worlds;

namespace Platform.Kernel.Tests;

/// <summary>The probe, as it runs.</summary>
public sealed class ProbeWorld() : PlacesWorld<Program, ProbeDb>("probe")
{
    public HttpClient Staff() => As(Somebody(Role.CommitteeStaff));

    public static async Task<Notes.View> Write(HttpClient staff, string text, Guid? issueId = null)
    {
        var answer = await staff.PostAsJsonAsync("/api/v1/probe/notes", new Notes.Written(text, issueId));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Notes.View>())!;
    }
}

public sealed class ProbeLockTests(ProbeWorld world) : LockTests<Program, ProbeDb>(world);

public sealed class ProbeDoorTests(ProbeWorld world) : PlacesDoorTests<Program, ProbeDb>(world)
{
    private readonly ProbeWorld _world = world;

    protected override string Folder => "tests/Probe";

    protected override string[] Public => ["GET /api/v1/probe/public/{street}/count"];

    protected override string[] BreaksOnPurpose => ["POST /api/v1/probe/notes/{id:guid}/break"];

    protected override async Task<object[]> ThingsOfOurs(string door) => [(await ProbeWorld.Write(_world.Staff(), "ours")).Id];

    protected override Task Settle(Guid person) => ProbeWorld.Write(_world.Staff(), "ours");
}
