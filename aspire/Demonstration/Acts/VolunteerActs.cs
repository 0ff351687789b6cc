using System.Text.Json;
using Platform.Demonstration.Api;

namespace Platform.Demonstration.Acts;

/// <summary>What volunteers and those who lead them do.</summary>
public static class VolunteerActs
{
    private const string Volunteers = "/api/v1/volunteers";

    /// <summary>A team begins.</summary>
    public static async Task<Guid> FoundTeam(this Player player, string name, string kind, Guid areaId, Guid? leaderId = null, bool recruiting = true) =>
        MeetingActs.IdOf(await player.Post($"{Volunteers}/teams", new { name, kind, areaId, leaderId, recruiting }));

    /// <summary>Joins it.</summary>
    public static Task Join(this Player player, Guid team) => player.Post($"{Volunteers}/teams/{team}/members");

    /// <summary>Waits until a resolution's action is a draft: it comes by event.</summary>
    public static async Task<JsonElement> DraftFor(this Player player, Guid issue) => (await Until.Some($"an activity for issue {issue}", async () =>
        (await player.List($"{Volunteers}/activities?fromResolution=true")).Where(x => x.GetProperty("issueId").GetGuid() == issue).Select(x => Tuple.Create(x)).SingleOrDefault())).Item1;

    /// <summary>An activity that no resolution asked for.</summary>
    public static async Task<Guid> Draft(this Player player, string title, string what, Guid areaId) =>
        MeetingActs.IdOf(await player.Post($"{Volunteers}/activities", new { title, what, areaId }));

    /// <summary>Says when, where and for how many.</summary>
    public static Task Arrange(
        this Player player, Guid activity, string title, string what, string place, DateTimeOffset startsAt, DateTimeOffset endsAt, int capacity, Guid? teamId = null) =>
        player.Put($"{Volunteers}/activities/{activity}", new { title, what, place, startsAt, endsAt, capacity, teamId });

    /// <summary>Takes sign-ups.</summary>
    public static Task OpenActivity(this Player player, Guid activity) => player.Post($"{Volunteers}/activities/{activity}/open");

    /// <summary>Placed, or Waiting.</summary>
    public static async Task<string> SignUp(this Player player, Guid activity) =>
        (await player.Post($"{Volunteers}/activities/{activity}/sign-ups")).GetProperty("status").GetString()!;

    /// <summary>Checks somebody in, once it is time.</summary>
    public static Task ArriveAt(this Player player, Guid activity, Guid person) =>
        Until.NoLonger("activity.too-early", () => player.Post($"{Volunteers}/activities/{activity}/roster/{person}/check-in"));

    /// <summary>Checks somebody out.</summary>
    public static Task LeaveFrom(this Player player, Guid activity, Guid person) => player.Post($"{Volunteers}/activities/{activity}/roster/{person}/check-out");

    /// <summary>It is over.</summary>
    public static Task Finish(this Player player, Guid activity) => player.Post($"{Volunteers}/activities/{activity}/finish");

    /// <summary>The hours are right.</summary>
    public static Task VerifyHours(this Player player, Guid activity) => player.Post($"{Volunteers}/activities/{activity}/verify-hours");

    /// <summary>The activity.</summary>
    public static Task<JsonElement> Activity(this Player player, Guid activity) => player.Get($"{Volunteers}/activities/{activity}");
}
