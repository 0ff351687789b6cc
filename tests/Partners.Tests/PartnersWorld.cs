using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Partners.Data;
using Platform.Partners.Features;
using Platform.Worlds;

namespace Platform.Partners.Tests;

/// <summary>Partners as it runs, with the verbs of its domain.</summary>
public sealed class PartnersWorld() : PlacesWorld<Program, PartnersDb>("partners")
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public const string Api = "/api/v1/partners";

    public Guid Staff { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Staff = Somebody(Role.CommitteeStaff);
    }

    public async Task<Guid> JoinedUnit(Guid? contact = null, string name = "四叶草堂")
    {
        using var staff = As(Staff);
        return (await Read<Made>(await staff.PostAsJsonAsync($"{Api}/units", new { name, kind = "SocialOrganisation", areaId = Neighbourhood, contactId = contact }))).Id;
    }

    public async Task<Guid> OfferedResource(Guid unit, int capacity = 1, string category = "greening", Guid? area = null, string from = "2026-11-01", string? until = null, Guid? by = null)
    {
        using var http = As(by ?? Staff);
        return (await Read<Made>(await http.PostAsJsonAsync($"{Api}/resources", new
        {
            unitId = unit, what = "花园营造指导", category, capacity, from, until, areaId = area ?? Neighbourhood,
        }))).Id;
    }

    public async Task<Guid> PublishedNeed(int count = 1, string category = "greening")
    {
        using var staff = As(Staff);
        return (await Read<Made>(await staff.PostAsJsonAsync($"{Api}/needs", new { what = "请专业团队营造花园", category, areaId = Grid1, count, dueOn = "2026-12-31" }))).Id;
    }

    public async Task Do(Guid person, string path, object? body = null)
    {
        using var answer = await Post(person, path, body);
        Xunit.Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    public async Task<HttpResponseMessage> Post(Guid person, string path, object? body = null)
    {
        using var http = As(person);
        return body is null ? await http.PostAsync(new Uri($"{Api}/{path}", UriKind.Relative), null) : await http.PostAsJsonAsync($"{Api}/{path}", body);
    }

    public async Task<T> Get<T>(Guid person, string path)
    {
        using var http = As(person);
        return await Read<T>(await http.GetAsync(new Uri($"{Api}/{path}", UriKind.Relative)));
    }

    public async Task<NeedView> Need(Guid id) => (await Get<ReadNeed.View>(Staff, $"needs/{id}")).Need;

    public static async Task<T> Read<T>(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<T>(Json))!;
    }

    /// <summary>The code of a refusal.</summary>
    public static async Task<string> Code(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;

    public ResolutionAdopted Resolution(Guid action, ActionKind kind = ActionKind.ThirdParty) => Fact(new ResolutionAdopted
    {
        MeetingId = Guid.CreateVersion7(), ItemId = Guid.CreateVersion7(), AreaId = Neighbourhood, IssueId = Guid.CreateVersion7(), ReceiptNumber = "310113008-2026-000123",
        Actions = [new ResolvedAction { ActionId = action, Kind = kind, What = "四叶草堂营造生境花园", AreaId = Grid1, DueOn = new DateOnly(2026, 12, 31) }],
    });
}
