using Platform.Meetings.Data;
using Platform.Worlds;

namespace Platform.Meetings.Tests;

public sealed class DoorsTests(MeetingsWorld world) : PlacesDoorTests<Program, MeetingsDb>(world)
{
    private readonly MeetingsWorld _world = world;

    protected override string[] Public => ["GET /api/v1/meetings/public/{street}/meetings", "GET /api/v1/meetings/public/{street}/meetings/{id:guid}",
        "GET /api/v1/meetings/public/{street}/bodies/{id:guid}/calendar.ics", "GET /api/v1/meetings/public/{street}/calendars/{secret}/meetings.ics"];

    protected override string Query(string door) => door.EndsWith("/series/preview", StringComparison.Ordinal) ? "?rule=FREQ%3DDAILY" : "";

    protected override Task<System.Text.Json.Nodes.JsonNode?> Body(string door, object[] things, System.Text.Json.Nodes.JsonNode? made)
    {
        if (door.EndsWith("/series", StringComparison.Ordinal) && made is { } series)
            (series["rule"], series["startsOn"], series["startsAt"], series["minutes"]) = ("FREQ=WEEKLY;BYDAY=MO", $"{_world.Today:O}", "19:00:00", 90);
        return base.Body(door, things, made);
    }

    protected override async Task<object[]> ThingsOfOurs(string door)
    {
        if (door.Contains("{secret}", StringComparison.Ordinal)) return [(string)(await MeetingsWorld.Must(_world.Post("/mine/calendar")))!["secret"]!];
        if (door.Contains("{memberId", StringComparison.Ordinal)) return await Proposed();
        var (body, members) = await _world.Body();
        if (door.Contains("{seriesId", StringComparison.Ordinal)) return [body, MeetingsWorld.Id(await MeetingsWorld.Must(_world.Post($"/bodies/{body}/series", CadenceWorld.Course("FREQ=DAILY", _world.Today))))];
        if (door.Contains("/bodies/", StringComparison.Ordinal)) return [body];
        if (door.Contains("/resolutions/", StringComparison.Ordinal)) return [await Resolved(body, members)];
        var inSession = door.EndsWith("/minutes", StringComparison.Ordinal) || door.Contains("{itemId", StringComparison.Ordinal) || door.Contains("{voteId", StringComparison.Ordinal);
        var meeting = inSession ? await _world.InSession(body, members) : await _world.Planned(body);
        if (door.Contains("{itemId", StringComparison.Ordinal)) return [meeting, await _world.FirstItem(meeting)];
        if (door.Contains("{voteId", StringComparison.Ordinal)) return [meeting, await _world.OpenVote(meeting, await _world.FirstItem(meeting))];
        if (door.Contains("/public/", StringComparison.Ordinal)) await MeetingsWorld.Must(_world.Post($"/{meeting}/convene", new { }));
        return [meeting];
    }

    private async Task<object[]> Proposed()
    {
        var staff = _world.Somebody(Contracts.Directory.V1.Role.CommitteeStaff, _world.Street, "310113008/");
        var body = MeetingsWorld.Id(await MeetingsWorld.Must(_world.Post("/bodies", new { kind = "GreatPartyCommittee", areaId = _world.Street, name = "大党委" }, staff)));
        await MeetingsWorld.Must(_world.Post($"/bodies/{body}/terms", new { from = _world.Today, to = _world.Today.AddYears(3) }, staff));
        var proposal = new { personId = Guid.CreateVersion7(), name = "周老师", unit = "小学", unitType = "Stationed", duties = "共建" };
        return [body, MeetingsWorld.Id(await MeetingsWorld.Must(_world.Post($"/bodies/{body}/members", proposal, staff)))];
    }

    protected override async Task Settle(Guid person)
    {
        var (body, members) = await _world.Body(also: person);
        await MeetingsWorld.Must(_world.Post("/mine/calendar", by: person));
        await Owed(body, await _world.Triaged(), members);
        await Resolved(body, members);
        await MeetingsWorld.Must(_world.Post($"/{await _world.Planned(body)}/convene", new { }));
    }

    // A day that a meeting was owed on, and an issue that a meeting put off.
    private async Task Owed(Guid body, Guid issue, Guid[] members)
    {
        var meeting = await _world.InSession(body, members, issue);
        await MeetingsWorld.Must(_world.Post($"/{meeting}/conclude"));
        var series = MeetingsWorld.Id(await MeetingsWorld.Must(_world.Post($"/bodies/{body}/series", CadenceWorld.Course("FREQ=DAILY", _world.Today))));
        await _world.In(_world.Ours, async db =>
        {
            var week = new Domain.Period(_world.Today, _world.Today);
            db.Periods.Add(Domain.OwedPeriod.Judge(await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Series, x => x.Id == series), week, [], null, _world.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
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
