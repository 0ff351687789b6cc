using Platform.Meetings.Data;
using Platform.Worlds;

namespace Platform.Meetings.Tests;

public sealed partial class DoorsTests(MeetingsWorld world) : PlacesDoorTests<Program, MeetingsDb>(world)
{
    private readonly MeetingsWorld _world = world;

    protected override string[] Public => ["GET /api/v1/meetings/public/{street}/meetings", "GET /api/v1/meetings/public/{street}/meetings/{id:guid}", .. PublicOfConvenors];

    protected override async Task<object[]> ThingsOfOurs(string door)
    {
        if (await OfConvenors(door) is { } theirs) return theirs;
        var (body, members) = await _world.Body();
        if (door.Contains("/bodies/", StringComparison.Ordinal)) return [body];
        if (door.Contains("/resolutions/", StringComparison.Ordinal)) return [await Resolved(body, members)];
        var inSession = door.EndsWith("/minutes", StringComparison.Ordinal) || door.Contains("{itemId", StringComparison.Ordinal) || door.Contains("{voteId", StringComparison.Ordinal);
        var meeting = inSession ? await _world.InSession(body, members) : await _world.Planned(body);
        if (door.Contains("{itemId", StringComparison.Ordinal)) return [meeting, await _world.FirstItem(meeting)];
        if (door.Contains("{voteId", StringComparison.Ordinal)) return [meeting, await _world.OpenVote(meeting, await _world.FirstItem(meeting))];
        if (door.Contains("/public/", StringComparison.Ordinal)) await MeetingsWorld.Must(_world.Post($"/{meeting}/convene", new { }));
        return [meeting];
    }

    protected override async Task Settle(Guid person)
    {
        var (body, members) = await _world.Body(also: person);
        await Resolved(body, members);
        await MeetingsWorld.Must(_world.Post($"/{await _world.Planned(body)}/convene", new { }));
        await SettleConvenors(body, person);
    }

    private async Task<Guid> Resolved(Guid body, Guid[] members)
    {
        var meeting = await _world.InSession(body, members);
        var item = await _world.FirstItem(meeting);
        await _world.Passed(meeting, item, members);
        var actions = new[] { new { kind = "Property", what = "清理死角", dueOn = "2026-12-20" } };
        return MeetingsWorld.Id(await MeetingsWorld.Must(_world.Post($"/{meeting}/items/{item}/resolution", new { text = "同意", actions })));
    }
}

public sealed class LocksTests(MeetingsWorld world) : LockTests<Program, MeetingsDb>(world);
