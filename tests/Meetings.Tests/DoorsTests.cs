using System.Text.Json.Nodes;
using Platform.Meetings.Data;
using Platform.Worlds;

namespace Platform.Meetings.Tests;

public sealed partial class DoorsTests(MeetingsWorld world) : PlacesDoorTests<Program, MeetingsDb>(world)
{
    private readonly MeetingsWorld _world = world;

    protected override string[] Public =>
    [
        "GET /api/v1/meetings/public/{street}/meetings", "GET /api/v1/meetings/public/{street}/meetings/{id:guid}",
        "GET /api/v1/meetings/public/{street}/meetings/{id:guid}/minutes/word", "GET /api/v1/meetings/public/{street}/bodies",
        "GET /api/v1/meetings/public/{street}/bodies/{id:guid}", .. PublicOfConvenors,
    ];

    protected override async Task<object[]> ThingsOfOurs(string door)
    {
        if (await OfConvenors(door) is { } theirs) return theirs;
        var (body, members) = await _world.Body();
        if (door.Contains("/bodies/", StringComparison.Ordinal)) return [body];
        if (door.Contains("/resolutions/", StringComparison.Ordinal)) return [await Resolved(body, members)];
        if (door.Contains("/issues/", StringComparison.Ordinal)) return [await OnAgenda(body)];
        if (door.Contains("/guests/", StringComparison.Ordinal) || door.Contains("/points/", StringComparison.Ordinal)
            || door.Contains("/speakers/", StringComparison.Ordinal) || door.Contains("/check-ins/", StringComparison.Ordinal)) return await OfTheRecord(door, body, members);
        var inSession = door.Contains("/minutes", StringComparison.Ordinal) || door.Contains("{itemId", StringComparison.Ordinal) || door.Contains("{voteId", StringComparison.Ordinal);
        var meeting = inSession ? await _world.InSession(body, members) : await _world.Planned(body);
        if (door.Contains("{itemId", StringComparison.Ordinal)) return [meeting, await _world.FirstItem(meeting)];
        if (door.Contains("{voteId", StringComparison.Ordinal)) return [meeting, await _world.OpenVote(meeting, await _world.FirstItem(meeting))];
        if (door.Contains("/public/", StringComparison.Ordinal)) await (inSession ? Published(meeting) : MeetingsWorld.Must(_world.Post($"/{meeting}/convene", new { })));
        return [meeting];
    }

    protected override async Task Settle(Guid person)
    {
        var (body, members) = await _world.Body(also: person);
        await Resolved(body, members);
        await MeetingsWorld.Must(_world.Post($"/{await _world.Planned(body)}/convene", new { }));
        await SettleConvenors(body, person);
    }

    /// <summary>Which item somebody wants to speak on is one of the meeting's, or none.</summary>
    protected override Task<JsonNode?> Body(string door, object[] things, JsonNode? made)
    {
        if (door.EndsWith("/speakers", StringComparison.Ordinal)) made?.AsObject().Remove("itemId");
        return Task.FromResult(made);
    }

    private async Task Published(Guid meeting)
    {
        await MeetingsWorld.Must(_world.Post($"/{meeting}/conclude"));
        await MeetingsWorld.Must(_world.Send(HttpMethod.Put, $"/{meeting}/minutes", new { text = "到会三人。" }));
        await MeetingsWorld.Must(_world.Post($"/{meeting}/minutes/publish"));
    }

    private async Task<Guid> OnAgenda(Guid body)
    {
        var issue = await _world.Triaged();
        await _world.Planned(body, issue);
        return issue;
    }

    private async Task<object[]> OfTheRecord(string door, Guid body, Guid[] members)
    {
        var meeting = await _world.InSession(body, members);
        if (door.Contains("/guests/", StringComparison.Ordinal)) return [meeting, MeetingsWorld.Id(await MeetingsWorld.Must(_world.Post($"/{meeting}/guests", new { name = "来客" })))];
        if (door.Contains("/check-ins/", StringComparison.Ordinal)) return [meeting, members[0]];
        if (door.Contains("/speakers/", StringComparison.Ordinal)) return [meeting, Guid.Parse((string)(await MeetingsWorld.Must(_world.Post($"/{meeting}/speakers", new { personId = members[0] })))!["turnId"]!)];
        var point = await MeetingsWorld.Must(_world.Post($"/{meeting}/items/{await _world.FirstItem(meeting)}/points", new { stance = "For", what = "好", personId = members[0] }));
        return [meeting, MeetingsWorld.Id(point)];
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
