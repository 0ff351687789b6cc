using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Platform.Contracts.Directory.V1;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

/// <summary>The verbs of owners' votes.</summary>
internal static class OwnersOf
{
    private static int _phones;

    public static string NewPhone() => $"1390{Interlocked.Increment(ref _phones):0000000}";

    /// <summary>Uploads a sheet as it is.</summary>
    public static async Task<(int Status, JsonNode? Body)> Upload(this MeetingsWorld world, byte[] sheet, string name = "owners.csv", Guid? area = null, Guid? by = null)
    {
        using var http = world.As(by ?? world.Staff);
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(sheet) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        form.Add(file, "file", name);
        using var answer = await http.PostAsync(new Uri($"/api/v1/meetings/registers?area={area ?? world.Neighbourhood}", UriKind.Relative), form);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public static Task<(int Status, JsonNode? Body)> Upload(this MeetingsWorld world, string csv, Guid? area = null, Guid? by = null) => world.Upload(Encoding.UTF8.GetBytes(csv), area: area, by: by);

    /// <summary>An adopted register: an owner a line, units 1-101 …, with these areas in square metres; phones where told.</summary>
    public static async Task<(Guid Id, Guid[] Owners)> Register(this MeetingsWorld world, decimal[] areas, string[]? phones = null, Guid? area = null)
    {
        var csv = new StringBuilder("楼栋,单元,室号,产权人,专有部分面积,联系手机\n");
        foreach (var (i, size) in areas.Index()) csv.Append(CultureInfo.InvariantCulture, $"1,,{101 + i},业主{i + 1},{size},{phones?.ElementAtOrDefault(i)}\n");
        var id = Id(await Must(world.Upload(csv.ToString(), area)));
        await Must(world.Post($"/registers/{id}/adopt"));
        var owners = (await world.Get($"/registers/{id}/owners?limit=100"))["items"]!.AsArray();
        return (id, [.. owners.Select(x => Guid.Parse((string)x!["id"]!))]);
    }

    /// <summary>A new resident whose account votes for this owner.</summary>
    public static async Task<Guid> Account(this MeetingsWorld world, Guid owner)
    {
        var person = world.Somebody(Role.Resident);
        await Must(world.Send(HttpMethod.Put, $"/owners/{owner}/account", new { personId = person }));
        return person;
    }

    /// <summary>An owners' vote on the first item of an announced meeting.</summary>
    public static async Task<(Guid Meeting, Guid Vote)> OwnersVote(this MeetingsWorld world, Guid register, string matter = "Ordinary", DateTimeOffset? closesAt = null, Guid? area = null)
    {
        var (body, _) = await world.Body(area: area);
        var meeting = await world.Planned(body);
        await Must(world.Post($"/{meeting}/convene", new { }));
        var item = await world.FirstItem(meeting);
        var opened = await Must(world.Post($"/{meeting}/items/{item}/votes", new { method = "Owners", matter, registerId = register, closesAt }));
        return (meeting, Guid.Parse((string)opened!["voteId"]!));
    }

    public static Task<(int Status, JsonNode? Body)> Paper(this MeetingsWorld world, (Guid Meeting, Guid Vote) at, string serial, string? unit, string choice, Guid? by = null) =>
        world.Post($"/{at.Meeting}/votes/{at.Vote}/papers", new { serial, unit, choice }, by);

    public static Task<(int Status, JsonNode? Body)> Cast(this MeetingsWorld world, (Guid Meeting, Guid Vote) at, Guid who, string choice) =>
        world.Post($"/{at.Meeting}/votes/{at.Vote}/ballots", new { choice }, who);

    public static Task<(int Status, JsonNode? Body)> Close(this MeetingsWorld world, (Guid Meeting, Guid Vote) at) => world.Post($"/{at.Meeting}/votes/{at.Vote}/close");
}
