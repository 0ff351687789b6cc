using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Contracts.Directory.V1;
using Platform.Meetings.Features;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

/// <summary>A world of its own: what happens over weeks would carry the others' meetings into the past.</summary>
public sealed class CadenceWorld : IAsyncLifetime
{
    public MeetingsWorld World { get; } = new();

    public ValueTask InitializeAsync() => World.InitializeAsync();

    public ValueTask DisposeAsync() => World.DisposeAsync();

    /// <summary>A body with a seat of each class.</summary>
    public async Task<(Guid Id, Dictionary<string, Guid> Members)> Council(string kind = "RedCouncil", Guid? area = null)
    {
        var members = Enum.GetNames<Domain.SeatClass>().ToDictionary(x => x, _ => World.Somebody(Role.Resident));
        var body = await Must(World.Post("/bodies", new
        {
            kind, areaId = area ?? World.Neighbourhood, name = $"{kind} 议事会",
            seats = members.Select(x => new { personId = x.Value, name = x.Key, @class = x.Key }),
            rules = new { headsAtLeast = 1, majority = "Simple", noticeDays = 0, publicationDays = 7 },
        }));
        return (Id(body), members);
    }

    public async Task<Guid> Begun(Guid body, string rule = "FREQ=WEEKLY;BYDAY=TU", DateOnly? startsOn = null, string onDayOff = "Held") =>
        Id(await Must(World.Post($"/bodies/{body}/series", Course(rule, startsOn ?? World.Today, onDayOff))));

    public static object Course(string rule, DateOnly startsOn, string onDayOff = "Held") => new
    {
        rule, startsOn, startsAt = "19:00:00", minutes = 90, place = "议事厅", onDayOff, standingItems = new[] { new { title = "上次决议的落实" } },
    };

    /// <summary>One round of several replicas at once.</summary>
    public Task Round(int replicas = 1) => Task.WhenAll(Enumerable.Range(0, replicas).Select(_ =>
        new KeepSeries(World.Services.GetRequiredService<IServiceScopeFactory>(), World.Clock, NullLogger<KeepSeries>.Instance).Run(default)));

    /// <summary>What the series planned, the first first.</summary>
    public async Task<List<JsonNode>> Plans(Guid body, string state = "Planned") =>
        [.. (await World.Get($"?body={body}&state={state}&limit=100"))["items"]!.AsArray().Select(x => x!).OrderBy(x => (DateTimeOffset)x["startsAt"]!)];

    /// <summary>Convened, begun and ended on its day, with these people.</summary>
    public async Task Held(JsonNode plan, params Guid[] present)
    {
        var id = Id(plan);
        await Must(World.Post($"/{id}/convene", new { }));
        World.Clock.Set((DateTimeOffset)plan["startsAt"]!);
        await Must(World.Post($"/{id}/open"));
        await Must(World.Post($"/{id}/check-ins", new { personIds = present }));
        await Must(World.Post($"/{id}/conclude"));
    }

    /// <summary>Nine in the morning of a day in the street.</summary>
    public void Morning(DateOnly day) => World.Clock.Set(new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(8)));

    public async Task<List<JsonNode>> Periods(Guid body, string more = "") =>
        [.. (await World.Get($"/measures/periods?body={body}&from={World.Today.AddDays(-700):O}&to={World.Today:O}&limit=100{more}"))["items"]!.AsArray().Select(x => x!)];
}
