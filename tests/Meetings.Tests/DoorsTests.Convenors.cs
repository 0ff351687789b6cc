using Platform.Contracts.Directory.V1;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

// The doors of candidates, the roster and training.
[Xunit.Collection(DaysPass.Name)]
public sealed partial class DoorsTests
{
    private static readonly string[] PublicOfConvenors =
    [
        "GET /api/v1/meetings/public/{street}/candidates", "GET /api/v1/meetings/public/{street}/candidates/{id:guid}",
        "GET /api/v1/meetings/public/{street}/certificates/{number}",
    ];

    private async Task<object[]?> OfConvenors(string door)
    {
        if (door.Contains("/certificates/", StringComparison.Ordinal))
        {
            var (_, certificate, number) = await _world.Certified(_world.Somebody(Role.Resident));
            return [door.Contains("{number}", StringComparison.Ordinal) ? number : certificate];
        }

        if (door.Contains("/workshops/", StringComparison.Ordinal))
        {
            var (workshop, session) = await _world.Workshop();
            return door.Contains("{sessionId", StringComparison.Ordinal) ? [workshop, session] : [workshop];
        }

        if (door.Contains("/roster/", StringComparison.Ordinal)) return [await Joined((await _world.Body()).Id, Guid.CreateVersion7())];
        if (!door.Contains("/candidates/", StringComparison.Ordinal)) return null;
        var candidate = await _world.Publicised((await _world.Body()).Id);
        return door.Contains("{objectionId", StringComparison.Ordinal)
            ? [candidate, Id(await Must(_world.Post($"/candidates/{candidate}/objections", new { words = "不同意" }, _world.Somebody(Role.Resident))))] : [candidate];
    }

    private async Task SettleConvenors(Guid body, Guid person)
    {
        await _world.Publicised(body, person);
        await _world.Certified(person);
        await Joined(body, person);
    }

    private async Task<Guid> Joined(Guid body, Guid person) =>
        Id(await Must(_world.Post($"/bodies/{body}/roster", new { personId = person, name = "某某", role = "Recorder", unit = "12号楼", skills = "会写" })));
}
