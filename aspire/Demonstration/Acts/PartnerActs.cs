using System.Text.Json;
using Platform.Demonstration.Api;

namespace Platform.Demonstration.Acts;

/// <summary>What units and those who ask them do.</summary>
public static class PartnerActs
{
    private const string Partners = "/api/v1/partners";

    /// <summary>A unit reports to the neighbourhood, 泗塘三村 unless told.</summary>
    public static async Task<Guid> JoinUnit(this Player player, string name, string kind, Guid? contactId = null, Guid? areaId = null) =>
        MeetingActs.IdOf(await player.Post($"{Partners}/units", new { name, kind, areaId = areaId ?? Zhangmiao.Neighbourhood, contactId }));

    /// <summary>Something that a unit offers.</summary>
    public static async Task<Guid> Offer(this Player player, Guid unitId, string what, string category, int capacity, DateOnly from, Guid? areaId = null) =>
        MeetingActs.IdOf(await player.Post($"{Partners}/resources", new { unitId, what, category, capacity, from, areaId = areaId ?? Zhangmiao.Neighbourhood }));

    /// <summary>A need that no resolution asked for.</summary>
    public static async Task<Guid> Need(this Player player, string what, string category, int count, DateOnly dueOn) =>
        MeetingActs.IdOf(await player.Post($"{Partners}/needs", new { what, category, count, dueOn, areaId = Zhangmiao.Neighbourhood }));

    /// <summary>Waits until a resolution's action is on the list of needs: it comes by event.</summary>
    public static async Task<JsonElement> NeedFor(this Player player, Guid issue) => (await Until.Some($"a need for issue {issue}", async () =>
        (await player.List($"{Partners}/needs?fromResolution=true")).Where(x => x.GetProperty("issueId").GetGuid() == issue).Select(x => Tuple.Create(x)).SingleOrDefault())).Item1;

    /// <summary>Sorts and counts an open need.</summary>
    public static Task Specify(this Player player, Guid need, string category, int count, DateOnly dueOn) => player.Put($"{Partners}/needs/{need}", new { category, count, dueOn });

    /// <summary>What would fit, the best first.</summary>
    public static async Task<IReadOnlyList<JsonElement>> Suggestions(this Player player, Guid need) =>
        [.. (await player.Get($"{Partners}/needs/{need}/suggestions")).EnumerateArray()];

    /// <summary>This resource meets that need.</summary>
    public static Task Match(this Player player, Guid need, Guid resourceId) => player.Post($"{Partners}/needs/{need}/match", new { resourceId });

    /// <summary>The service was held.</summary>
    public static Task RecordService(this Player player, Guid need, DateOnly heldOn, int peopleServed, string what) =>
        player.Post($"{Partners}/needs/{need}/services", new { heldOn, peopleServed, what });

    /// <summary>The committee finds it done.</summary>
    public static Task Confirm(this Player player, Guid need) => player.Post($"{Partners}/needs/{need}/confirm");

    /// <summary>The need.</summary>
    public static Task<JsonElement> Need(this Player player, Guid need) => player.Get($"{Partners}/needs/{need}");
}
