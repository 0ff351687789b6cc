using System.Net.Http.Headers;
using System.Text.Json;
using Platform.Demonstration.Api;

namespace Platform.Demonstration.Acts;

/// <summary>What is kept of a report.</summary>
public sealed record Receipt(Guid Id, string Number);

/// <summary>What somebody wants settled.</summary>
public sealed record Tale(string Title, string Text, string Category, Guid AreaId)
{
    /// <summary>The poster's code, where it was scanned.</summary>
    public string? Campaign { get; init; }
}

/// <summary>What people do with issues.</summary>
public static class IssueActs
{
    private const string Issues = "/api/v1/issues";

    /// <summary>Reports, in words alone.</summary>
    public static async Task<Receipt> Report(this Player player, Tale tale, string? key = null) => Of(await player.Post(Issues, tale, key));

    /// <summary>Reports with a photo, as one form.</summary>
    public static async Task<Receipt> ReportWithPhoto(this Player player, Tale tale, byte[] photo, string? key = null)
    {
        // A repeated request is recognised by its bytes, and the boundary is among them.
        var boundary = key ?? "photo";
        return Of(await player.Post($"{Issues}/with-photos", () =>
        {
            var form = new MultipartFormDataContent(boundary)
            {
                { new StringContent(tale.Title), "title" }, { new StringContent(tale.Text), "text" }, { new StringContent(tale.Category), "category" },
                { new StringContent(tale.AreaId.ToString()), "areaId" }, { Png(photo), "photos", "photo.png" },
            };
            if (tale.Campaign is { } campaign) form.Add(new StringContent(campaign), "campaign");
            return form;
        }, key));
    }

    /// <summary>Uploads a photo, to be attached afterwards.</summary>
    public static async Task<Guid> Photograph(this Player player, int seed) => (await player.Post(
        $"{Issues}/photos", () => new MultipartFormDataContent { { Png(Drawing.Of(seed)), "photo", "photo.png" } })).GetProperty("id").GetGuid();

    /// <summary>The whole issue.</summary>
    public static Task<JsonElement> Issue(this Player player, Guid id) => player.Get($"{Issues}/{id}");

    /// <summary>Where it stands.</summary>
    public static async Task<string> StatusOf(this Player player, Guid id) => (await player.Issue(id)).GetProperty("status").GetString()!;

    /// <summary>Waits until it stands there; facts of other services move it.</summary>
    public static Task Reaches(this Player player, Guid id, string status) =>
        Until.Holds($"issue {id} is {status}", async () => await player.StatusOf(id) == status);

    /// <summary>Takes it on.</summary>
    public static Task Accept(this Player player, Guid id) => player.Post($"{Issues}/{id}/accept");

    /// <summary>Refuses it, and says why.</summary>
    public static Task Decline(this Player player, Guid id, string reason) => player.Post($"{Issues}/{id}/decline", new { reason });

    /// <summary>It is the same matter as another.</summary>
    public static Task Merge(this Player player, Guid id, Guid intoId, string words) => player.Post($"{Issues}/{id}/merge", new { intoId, words });

    /// <summary>Small, Major or Hard; the fast lane needs no deliberation.</summary>
    public static Task Triage(this Player player, Guid id, string scale, string reason, bool fastLane = false) =>
        player.Post($"{Issues}/{id}/triage", new { scale, fastLane, reason });

    /// <summary>Gives an action without a resolution.</summary>
    public static Task Give(this Player player, Guid id, string kind, string what, DateOnly dueOn) =>
        player.Post($"{Issues}/{id}/actions", new { actions = new[] { new { kind, what, dueOn } } });

    /// <summary>Does every open action of that kind, with a photo.</summary>
    public static async Task DoActions(this Player player, Guid id, string kind, string note)
    {
        foreach (var action in (await player.Issue(id)).GetProperty("actions").EnumerateArray())
            if (action.GetProperty("kind").GetString() == kind && action.GetProperty("state").GetString() == "Open")
                await player.Post($"{Issues}/{id}/actions/{action.GetProperty("id").GetGuid()}/done", new { note, photoIds = new[] { await player.Photograph(7) } });
    }

    /// <summary>Asks for what needs a second person: Extension, Return, Suspension, Resumption, Voiding.</summary>
    public static Task Ask(this Player player, Guid id, object request) => player.Post($"{Issues}/{id}/approvals", request);

    /// <summary>Approves what somebody else asked.</summary>
    public static Task Approve(this Player player, Guid id, string words) => player.Post($"{Issues}/{id}/approvals/decide", new { approve = true, words });

    /// <summary>Looks whether it is done.</summary>
    public static Task Verify(this Player player, Guid id, bool done, string words) => player.Post($"{Issues}/{id}/verify", new { done, words });

    /// <summary>Its author rates it; answers where it stands now.</summary>
    public static async Task<string> Rate(this Player player, Guid id, int score, string words) =>
        (await player.Post($"{Issues}/{id}/rate", new { score, words })).GetProperty("status").GetString()!;

    /// <summary>Begins a campaign in the neighbourhood, with a poster or stand at each of these places: the part of its code behind the dash, and where.</summary>
    public static async Task Campaign(this Player player, string code, string name, string purpose, string means, DateOnly from, params (string Suffix, string Where)[] places)
    {
        var id = (await player.Post($"{Issues}/campaigns", new { code, name, purpose, means = (string[])[means], areaId = Zhangmiao.Neighbourhood, from, to = from.AddMonths(3) })).GetProperty("id").GetGuid();
        foreach (var (suffix, where) in places) await player.Post($"{Issues}/campaigns/{id}/placements", new { suffix, means, where });
    }

    /// <summary>Enters what a resident said on a talk day.</summary>
    public static async Task<Receipt> Enter(this Player player, Tale tale, string phone, string name) => Of(await player.Post(
        $"{Issues}/entries", new { tale.Title, tale.Text, tale.Category, tale.AreaId, way = "TalkDay", phone, name }));

    /// <summary>Uploads orders of the hotline, to be looked at; nothing of them is an issue before somebody imports them.</summary>
    public static Task Stage(this Player player, string fileName, string csv) => player.Post(
        $"{Issues}/imports", () => new MultipartFormDataContent { { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(csv)), "file", fileName } });

    /// <summary>Says something about an issue of the board.</summary>
    public static Task Comment(this Player player, Guid id, string text) => player.Post($"{Issues}/{id}/comments", new { text });

    private static ByteArrayContent Png(byte[] photo) => new(photo) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };

    private static Receipt Of(JsonElement answer) => new(answer.GetProperty("id").GetGuid(), answer.GetProperty("receiptNumber").GetString()!);
}
