using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Platform.Contracts.Directory.V1;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

/// <summary>The verbs of plans.</summary>
internal static class PlanVerbs
{
    public sealed record Garden(Guid Body, Guid Plan, Guid[] Named);

    /// <summary>A plan with two stakeholders: the property company by a person, and a resident for herself.</summary>
    public static async Task<Garden> Plan(this MeetingsWorld world, object? rules = null, string? receipt = null)
    {
        var (body, members) = await world.Body(rules: rules);
        var drafted = await Must(world.Post("/plans", new
        {
            bodyId = body, title = "生境花园", receiptNumber = receipt,
            stakeholders = new object[] { new { personId = members[0], name = "王工", party = "物业" }, new { personId = members[1], name = "李阿姨" } },
        }));
        return new Garden(body, Id(drafted), members);
    }

    public static async Task<Guid> Version(this MeetingsWorld world, Guid plan, params (Guid Opinion, string How)[] answers) =>
        Id(await Must(world.Post($"/plans/{plan}/versions", new { text = "两条小径，一个坐处。", answers = answers.Select(x => new { opinionId = x.Opinion, how = x.How }) })));

    public static async Task<Guid> Round(this MeetingsWorld world, Guid plan, int days = 300) =>
        Id(await Must(world.Post($"/plans/{plan}/rounds", new { to = Day(world.Today.AddDays(days)), asked = 60 })));

    /// <summary>A plan whose first version is asked about.</summary>
    public static async Task<(Garden Garden, Guid Round)> Asked(this MeetingsWorld world, object? rules = null)
    {
        var garden = await world.Plan(rules);
        await world.Version(garden.Plan);
        return (garden, await world.Round(garden.Plan));
    }

    public static Task<(int Status, JsonNode? Body)> Answer(this MeetingsWorld world, Guid plan, Guid round, Guid who, string stand, string? text = null) =>
        world.Post($"/plans/{plan}/rounds/{round}/answers", new { stand, text }, who);

    public static Task<(int Status, JsonNode? Body)> TypeIn(this MeetingsWorld world, Guid plan, Guid round, Guid who, string stand, string channel = "Room", string? text = null) =>
        world.Post($"/plans/{plan}/rounds/{round}/answers", new { stand, text, personId = who, channel });

    public static async Task<Guid> Objects(this MeetingsWorld world, Guid plan, Guid round, Guid who, string text = "蚊虫多") =>
        Guid.Parse((string)(await Must(world.Answer(plan, round, who, "Objection", text)))!["opinionId"]!);

    public static Task<JsonNode?> Close(this MeetingsWorld world, Guid plan, Guid round) => Must(world.Post($"/plans/{plan}/rounds/{round}/close"));

    public static Task<(int Status, JsonNode? Body)> Dispose(this MeetingsWorld world, Guid opinion, string disposition = "Adopted", string? reason = null) =>
        world.Post($"/plans/opinions/{opinion}/disposition", new { disposition, reason });

    public static Task<(int Status, JsonNode? Body)> Finalise(this MeetingsWorld world, Guid plan) => world.Post($"/plans/{plan}/finalise");

    public static Task<(int Status, JsonNode? Body)> Clarify(this MeetingsWorld world, Guid opinion, string kind = "Visit") =>
        world.Post($"/plans/opinions/{opinion}/clarifications", new { kind, words = "上门看过，解释了灭蚊的办法。" });

    public static Task<(int Status, JsonNode? Body)> Interview(this MeetingsWorld world, Guid plan, params Guid[] opinions) =>
        world.Post($"/plans/{plan}/interviews", new
        {
            on = Day(world.Today), group = "12号楼一楼的住户", satisfied = "有座椅", objections = "蚊虫", clarification = "用灭蚊灯", agreedChange = "水池改旱溪", opinionIds = opinions,
        });

    public static async Task<(int Status, JsonNode? Body)> UploadDrawing(this MeetingsWorld world, byte[] bytes, string name = "平面图.png", Guid? by = null)
    {
        using var http = world.As(by ?? world.Staff);
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { content, "drawing", name } };
        using var answer = await http.PostAsync(new Uri("/api/v1/meetings/plans/drawings", UriKind.Relative), form);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>A convened meeting of the body with this plan on its agenda, and the item.</summary>
    public static async Task<(Guid Meeting, Guid Item)> OnAgenda(this MeetingsWorld world, Garden garden, bool open = true)
    {
        var meeting = Id(await Must(world.Post("", new { bodyId = garden.Body, startsAt = world.Clock.GetUtcNow().AddHours(1), place = "议事厅", planIds = new[] { garden.Plan } })));
        await Must(world.Post($"/{meeting}/convene", new { }));
        if (open) await Must(world.Post($"/{meeting}/open"));
        if (open) await Must(world.Post($"/{meeting}/check-ins", new { personIds = garden.Named }));
        return (meeting, await world.FirstItem(meeting));
    }

    public static Guid Resident(this MeetingsWorld world) => world.Somebody(Role.Resident);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
