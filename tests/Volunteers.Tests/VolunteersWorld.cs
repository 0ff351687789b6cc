using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Volunteers.Data;
using Platform.Volunteers.Features;
using Platform.Worlds;

namespace Platform.Volunteers.Tests;

/// <summary>Volunteers as it runs, with the verbs of its domain.</summary>
public sealed class VolunteersWorld() : PlacesWorld<Program, VolunteersDb>("volunteers")
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public const string Api = "/api/v1/volunteers";

    public Guid Staff { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Staff = Somebody(Role.CommitteeStaff);
    }

    public object Plan(int capacity, Guid? teamId = null, string title = "花园养护") => new
    {
        title, what = "浇水、除草", place = "12号楼前", startsAt = Clock.GetUtcNow().AddHours(2), endsAt = Clock.GetUtcNow().AddHours(5), capacity, teamId,
    };

    public async Task<Guid> DraftedActivity()
    {
        using var staff = As(Staff);
        var made = await staff.PostAsJsonAsync($"{Api}/activities", new { title = "花园养护", what = "浇水、除草", areaId = Grid1 });
        return (await Read<Made>(made)).Id;
    }

    public async Task<Guid> FoundedTeam()
    {
        using var staff = As(Staff);
        var made = await staff.PostAsJsonAsync($"{Api}/teams", new { name = "爱绿达人", kind = "GardenLovers", areaId = Neighbourhood, recruiting = true });
        return (await Read<Made>(made)).Id;
    }

    public async Task<Guid> OpenedActivity(int capacity, Guid? teamId = null)
    {
        var id = await DraftedActivity();
        await Arrange(id, capacity, teamId);
        await Do(Staff, $"activities/{id}/open");
        return id;
    }

    public async Task Arrange(Guid id, int capacity, Guid? teamId = null)
    {
        using var staff = As(Staff);
        (await staff.PutAsJsonAsync($"{Api}/activities/{id}", Plan(capacity, teamId))).EnsureSuccessStatusCode();
    }

    /// <summary>An activity with people who were there so long.</summary>
    public async Task<Guid> FinishedActivity(Guid[] people, TimeSpan stayed)
    {
        var id = await OpenedActivity(people.Length);
        foreach (var person in people) await Do(person, $"activities/{id}/sign-ups");
        Clock.Pass(TimeSpan.FromHours(2));
        foreach (var person in people) await Do(Staff, $"activities/{id}/roster/{person}/check-in");
        Clock.Pass(stayed);
        foreach (var person in people) await Do(Staff, $"activities/{id}/roster/{person}/check-out");
        await Do(Staff, $"activities/{id}/finish");
        return id;
    }

    /// <summary>Posts as this person, and it must go well.</summary>
    public async Task Do(Guid person, string path, object? body = null) => (await Post(person, path, body)).EnsureSuccessStatusCode();

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

    public Task<ActivityView> Activity(Guid id, Guid? seenBy = null) => Get<ActivityView>(seenBy ?? Staff, $"activities/{id}");

    public static async Task<T> Read<T>(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<T>(Json))!;
    }

    /// <summary>The code of a refusal.</summary>
    public static async Task<string> Code(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;

    public ResolutionAdopted Resolution(Guid action, ActionKind kind = ActionKind.Volunteers) => Fact(new ResolutionAdopted
    {
        MeetingId = Guid.CreateVersion7(), ItemId = Guid.CreateVersion7(), AreaId = Neighbourhood, IssueId = Guid.CreateVersion7(), ReceiptNumber = "310113008-2026-000123",
        Actions = [new ResolvedAction { ActionId = action, Kind = kind, What = "爱绿达人养护生境花园", AreaId = Grid1, DueOn = new DateOnly(2026, 12, 31) }],
    });
}
