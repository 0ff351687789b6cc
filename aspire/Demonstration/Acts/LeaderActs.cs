using System.Text.Json;
using Platform.Demonstration.Api;

namespace Platform.Demonstration.Acts;

/// <summary>What people do about those who lead: candidates, the roster, training.</summary>
public static class LeaderActs
{
    private const string Meetings = "/api/v1/meetings";

    /// <summary>Staff propose somebody whom they visited; or whom somebody recommends.</summary>
    public static async Task<Guid> Propose(this Player player, Guid body, Guid personId, string name, string words, string? referee = null) => IdOf(await player.Post(
        $"{Meetings}/bodies/{body}/candidates", new { source = referee is null ? "Visit" : "Recommendation", personId, name, words, referee, showsName = true }));

    public static async Task<Guid> NominateMyself(this Player player, Guid body, string name, string words) =>
        IdOf(await player.Post($"{Meetings}/bodies/{body}/self-nominations", new { name, words }));

    public static Task Visit(this Player player, Guid candidate, DateOnly on, string visitors, string notes) =>
        player.Post($"{Meetings}/candidates/{candidate}/visits", new { on, visitors, notes });

    public static Task SpeakOf(this Player player, Guid candidate, string words) => player.Post($"{Meetings}/candidates/{candidate}/statements", new { words });

    public static Task Vet(this Player player, Guid candidate) => player.Post($"{Meetings}/candidates/{candidate}/vet");

    public static Task Decide(this Player player, Guid candidate, bool accept, string reason, string minutes) =>
        player.Post($"{Meetings}/candidates/{candidate}/decide", new { accept, reason, minutes });

    public static Task Publicise(this Player player, Guid candidate) => player.Post($"{Meetings}/candidates/{candidate}/publicise", new { });

    public static Task ObjectTo(this Player player, Guid candidate, string words) => player.Post($"{Meetings}/candidates/{candidate}/objections", new { words });

    public static Task Join(this Player player, Guid body, Guid personId, string name, string role, string unit, string skills) =>
        player.Post($"{Meetings}/bodies/{body}/roster", new { personId, name, role, unit, skills });

    /// <summary>A workshop on both competencies.</summary>
    public static async Task<Guid> PlanWorkshop(this Player player, Guid areaId, string title, string aim) =>
        IdOf(await player.Post($"{Meetings}/workshops", new { areaId, title, aim, competencies = Competencies }));

    public static async Task<Guid> AddSession(this Player player, Guid workshop, DateTimeOffset startsAt, string place, int minutes, int capacity) =>
        IdOf(await player.Post($"{Meetings}/workshops/{workshop}/sessions", new { startsAt, place, minutes, capacity }));

    public static Task MoveSession(this Player player, Guid workshop, Guid session, DateTimeOffset startsAt, string place, int minutes, int capacity) =>
        player.Put($"{Meetings}/workshops/{workshop}/sessions/{session}", new { startsAt, place, minutes, capacity });

    public static Task Offer(this Player player, Guid workshop) => player.Post($"{Meetings}/workshops/{workshop}/offer");

    public static Task SignUpFor(this Player player, Guid workshop, Guid session, string name) => player.Post($"{Meetings}/workshops/{workshop}/sessions/{session}/places", new { name });

    public static Task Attended(this Player player, Guid workshop, Guid session, params Guid[] present) =>
        player.Post($"{Meetings}/workshops/{workshop}/sessions/{session}/attendance", new { present });

    public static Task Held(this Player player, Guid workshop) => player.Post($"{Meetings}/workshops/{workshop}/held");

    public static Task Assess(this Player player, Guid workshop, Guid personId, int before, int after) => player.Post($"{Meetings}/workshops/{workshop}/assessments", new
    {
        personId, passed = true, scores = Competencies.Select(competency => new { competency, before, after }),
    });

    public static Task Certify(this Player player, Guid workshop, Guid personId) => player.Post($"{Meetings}/workshops/{workshop}/certificates", new { personId });

    private static readonly string[] Competencies = ["Communication", "Cooperation"];

    private static Guid IdOf(JsonElement made) => made.GetProperty("id").GetGuid();
}
