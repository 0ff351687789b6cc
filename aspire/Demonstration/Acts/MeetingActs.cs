using System.Text.Json;
using Platform.Demonstration.Api;

namespace Platform.Demonstration.Acts;

/// <summary>A seat of a body: who, under which name, for whom they speak.</summary>
public sealed record Seat(Guid PersonId, string Name, string Class);

/// <summary>An action that a resolution gives.</summary>
public sealed record GivenAction(string Kind, string What, DateOnly DueOn, Guid? AreaId = null);

/// <summary>What people do in meetings.</summary>
public static class MeetingActs
{
    private const string Meetings = "/api/v1/meetings";

    /// <summary>Founds a body with its seats, and rules that ask for every seat class.</summary>
    public static async Task<Guid> Found(this Player player, string kind, Guid areaId, string name, IReadOnlyList<Seat> seats) => IdOf(await player.Post($"{Meetings}/bodies", new
    {
        kind, areaId, name, seats,
        rules = new
        {
            text = "协商议事决策工作制度：党总支牵头，业委会、物业、居民代表三方到会方可表决。", shareNumerator = 1, shareDenominator = 2, branch = 1, ownersCommittee = 1,
            propertyManager = 1, residents = 1, majority = "Simple", noticeDays = 3, publicationDays = 7,
        },
    }));

    /// <summary>A great party committee's next term.</summary>
    public static Task FormCommittee(this Player player, Guid body, DateOnly from, DateOnly to, string note) => player.Post($"{Meetings}/bodies/{body}/terms", new { from, to, note });

    /// <summary>Proposes a part-time member of it for a unit.</summary>
    public static Task ProposeMember(this Player player, Guid body, Guid personId, string name, string unit, string unitType, string duties) =>
        player.Post($"{Meetings}/bodies/{body}/members", new { personId, name, unit, unitType, duties });

    /// <summary>The bodies of an area and below it.</summary>
    public static Task<IReadOnlyList<JsonElement>> Bodies(this Player player, Guid areaId, string kind) => player.List($"{Meetings}/bodies?area={areaId}&kind={kind}");

    /// <summary>Who holds its seats from now on.</summary>
    public static Task SeatIn(this Player player, Guid body, IReadOnlyList<Seat> seats) => player.Put($"{Meetings}/bodies/{body}/seats", new { seats });

    /// <summary>What waits there.</summary>
    public static Task<IReadOnlyList<JsonElement>> Inbox(this Player player, Guid body) => player.List($"{Meetings}/bodies/{body}/inbox");

    /// <summary>Waits until an issue is in the inbox: it comes by event.</summary>
    public static async Task<JsonElement> Waits(this Player player, Guid body, Guid issue) => (await Until.Some(
        $"issue {issue} in the inbox of {body}",
        async () => (await player.Inbox(body)).Where(x => x.GetProperty("issueId").GetGuid() == issue).Select(x => Tuple.Create(x)).SingleOrDefault())).Item1;

    /// <summary>Plans a meeting about issues of the inbox.</summary>
    public static async Task<Guid> Plan(this Player player, Guid body, DateTimeOffset startsAt, string place, params Guid[] issueIds) =>
        IdOf(await player.Post(Meetings, new { bodyId = body, startsAt, place, issueIds }));

    /// <summary>Plans a meeting about something that no issue is behind.</summary>
    public static async Task<Guid> PlanFree(this Player player, Guid body, DateTimeOffset startsAt, string place, string title) =>
        IdOf(await player.Post(Meetings, new { bodyId = body, startsAt, place, freeItems = new[] { new { title } } }));

    /// <summary>Puts something on an agenda that no issue is behind.</summary>
    public static Task PutOn(this Player player, Guid meeting, string title, string text) => player.Post($"{Meetings}/{meeting}/items", new { freeItems = new[] { new { title, text } } });

    /// <summary>Gives notice; a waiver says why it may be short.</summary>
    public static Task Convene(this Player player, Guid meeting, string? waiver = null) => player.Post($"{Meetings}/{meeting}/convene", new { waiver });

    /// <summary>Opens the session, once its day has come.</summary>
    public static Task<JsonElement> Open(this Player player, Guid meeting) => Until.NoLonger("meeting.not-yet", () => player.Post($"{Meetings}/{meeting}/open"));

    /// <summary>Checks people in; answers the quorum.</summary>
    public static Task<JsonElement> CheckIn(this Player player, Guid meeting, params Guid[] personIds) => player.Post($"{Meetings}/{meeting}/check-ins", new { personIds });

    /// <summary>The meeting.</summary>
    public static Task<JsonElement> Meeting(this Player player, Guid meeting) => player.Get($"{Meetings}/{meeting}");

    /// <summary>The agenda item about an issue.</summary>
    public static async Task<Guid> ItemAbout(this Player player, Guid meeting, Guid issue) => (await player.Meeting(meeting)).GetProperty("items").EnumerateArray()
        .Single(x => x.GetProperty("issueId").ValueKind is JsonValueKind.String && x.GetProperty("issueId").GetGuid() == issue).GetProperty("id").GetGuid();

    /// <summary>Opens a recorded vote.</summary>
    public static async Task<Guid> OpenVote(this Player player, Guid meeting, Guid item, string question) =>
        (await player.Post($"{Meetings}/{meeting}/items/{item}/votes", new { question })).GetProperty("voteId").GetGuid();

    /// <summary>One's own ballot, or a raised hand that staff saw.</summary>
    public static Task Vote(this Player player, Guid meeting, Guid vote, string choice, Guid? personId = null) =>
        player.Post($"{Meetings}/{meeting}/votes/{vote}/ballots", new { choice, personId });

    /// <summary>Closes it; answers the result.</summary>
    public static Task<JsonElement> CloseVote(this Player player, Guid meeting, Guid vote) => player.Post($"{Meetings}/{meeting}/votes/{vote}/close");

    /// <summary>Adopts a resolution with its actions; answers the resolution and its actions' ids.</summary>
    public static async Task<(Guid Resolution, Guid[] Actions)> Resolve(
        this Player player, Guid meeting, Guid item, string text, string reasons, params IReadOnlyList<GivenAction> actions)
    {
        var adopted = await player.Post($"{Meetings}/{meeting}/items/{item}/resolution", new { text, reasons, actions });
        return (IdOf(adopted), [.. adopted.GetProperty("actionIds").EnumerateArray().Select(x => x.GetGuid())]);
    }

    /// <summary>Leaves an item for later.</summary>
    public static Task Defer(this Player player, Guid meeting, Guid item, string reason) => player.Post($"{Meetings}/{meeting}/items/{item}/defer", new { reason });

    /// <summary>Ends the session, writes the minutes and posts them.</summary>
    public static async Task ConcludeWithMinutes(this Player player, Guid meeting, string minutes)
    {
        await player.Post($"{Meetings}/{meeting}/conclude");
        await player.Put($"{Meetings}/{meeting}/minutes", new { text = minutes });
        await player.Post($"{Meetings}/{meeting}/minutes/publish");
    }

    /// <summary>The id that an answer names.</summary>
    public static Guid IdOf(JsonElement answer) => answer.GetProperty("id").GetGuid();
}
