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
        "GET /api/v1/meetings/public/{street}/bodies/{id:guid}", "GET /api/v1/meetings/public/{street}/plans",
        "GET /api/v1/meetings/public/{street}/bodies/{id:guid}/calendar.ics", "GET /api/v1/meetings/public/{street}/calendars/{secret}/meetings.ics", .. PublicOfConvenors,
    ];

    protected override IReadOnlyDictionary<string, string> AlikeForAll { get; } = new Dictionary<string, string>
    {
        ["GET /api/v1/meetings/registers/template"] = "the titles of a sheet are the same in every street",
    };

    protected override string Query(string door) => door.EndsWith("/series/preview", StringComparison.Ordinal) ? "?rule=FREQ%3DDAILY" : "";

    protected override async Task<object[]> ThingsOfOurs(string door)
    {
        if (door.Contains("{secret}", StringComparison.Ordinal)) return [(string)(await MeetingsWorld.Must(_world.Post("/mine/calendar")))!["secret"]!];
        if (door.Contains("/people/{id", StringComparison.Ordinal)) return [(await _world.Body()).Members[0]];
        if (door.Contains("{memberId", StringComparison.Ordinal)) return await Proposed();
        if (await PlanThings.Of(_world, door) is { } things) return things;
        if (door.Contains("/registers/", StringComparison.Ordinal)) return [MeetingsWorld.Id(await MeetingsWorld.Must(_world.Upload("楼栋,室号,产权人,面积\n1,101,甲,60\n")))];
        if (door.Contains("/owners/{", StringComparison.Ordinal)) return [(await _world.Register([60m], [OwnersOf.NewPhone()])).Owners[0]];
        if (door.Contains("{paperId", StringComparison.Ordinal)) return await Paper();
        if (await OfConvenors(door) is { } theirs) return theirs;
        var (body, members) = await _world.Body();
        if (door.Contains("{carriedId", StringComparison.Ordinal)) return [await Carried(body, members)];
        if (door.Contains("{recusalId", StringComparison.Ordinal)) return await Recused(body, members);
        if (door.Contains("{seriesId", StringComparison.Ordinal)) return [body, MeetingsWorld.Id(await MeetingsWorld.Must(_world.Post($"/bodies/{body}/series", CadenceWorld.Course("FREQ=DAILY", _world.Today))))];
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

    private async Task<Guid> Carried(Guid body, Guid[] members)
    {
        var meeting = await _world.InSession(body, members);
        await MeetingsWorld.Must(_world.Post($"/{meeting}/items/{await _world.FirstItem(meeting)}/defer", new { reason = "下次" }));
        return await _world.In(_world.Ours, db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(
            db.CarriedItems.Where(x => x.Steps.Any(s => s.MeetingId == meeting)).Select(x => x.Id)));
    }

    private async Task<object[]> Recused(Guid body, Guid[] members)
    {
        var meeting = await _world.InSession(body, members);
        var item = await _world.FirstItem(meeting);
        await MeetingsWorld.Must(_world.Post($"/{meeting}/items/{item}/recusals", new { kind = "StaysOut", reason = "亲戚", personId = members[0] }));
        return [meeting, item, Guid.Parse((string)(await _world.Get($"/{meeting}"))["items"]![0]!["recusals"]![0]!["id"]!)];
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
        var (register, owners) = await _world.Register([60m]);
        await MeetingsWorld.Must(_world.Send(HttpMethod.Put, $"/owners/{owners[0]}/account", new { personId = person }));
        await _world.OwnersVote(register);
        await MeetingsWorld.Must(_world.Post($"/{await _world.Planned(body)}/convene", new { }));
        // Nobody came: that is on record.
        await MeetingsWorld.Must(_world.Post($"/{await _world.InSession(body, [])}/conclude"));
        await PlanThings.Settle(_world, person);
        await SettleConvenors(body, person);
    }

    private async Task<object[]> Paper()
    {
        var (register, _) = await _world.Register([60m]);
        var vote = await _world.OwnersVote(register);
        return [vote.Meeting, vote.Vote, MeetingsWorld.Id(await MeetingsWorld.Must(_world.Paper(vote, "P1", "1-101", "For")))];
    }

    /// <summary>Which item somebody wants to speak on is one of the meeting's, or none.</summary>
    protected override Task<JsonNode?> Body(string door, object[] things, JsonNode? made)
    {
        if (door.EndsWith("/speakers", StringComparison.Ordinal)) made?.AsObject().Remove("itemId");
        if (door.EndsWith("/series", StringComparison.Ordinal) && made is { } series)
            (series["rule"], series["startsOn"], series["startsAt"], series["minutes"]) = ("FREQ=WEEKLY;BYDAY=MO", $"{_world.Today:O}", "19:00:00", 90);
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
