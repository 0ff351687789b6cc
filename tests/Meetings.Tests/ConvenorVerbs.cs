using System.Globalization;
using System.Text.Json.Nodes;
using Platform.Contracts.Directory.V1;
using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

/// <summary>What moves the clock runs by itself: everybody else's day stays the day that it is.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DaysPass
{
    public const string Name = "days pass";
}

/// <summary>The verbs of candidates, the roster and training.</summary>
internal static class ConvenorVerbs
{
    public static readonly string[] Both = ["Communication", "Cooperation"], Cooperation = ["Cooperation"];

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>So much later; afterwards it is now again.</summary>
    public static async Task<T> Later<T>(this MeetingsWorld world, TimeSpan time, Func<Task<T>> act)
    {
        var now = world.Clock.GetUtcNow();
        world.Clock.Set(now + time);
        try { return await act(); }
        finally { world.Clock.Set(now); }
    }

    public static Guid Secretary(this MeetingsWorld world) => world.Somebody(Role.BranchSecretary);

    public static async Task<Guid> Proposed(this MeetingsWorld world, Guid body, Guid? person = null, bool showsName = true) =>
        Id(await Must(world.Post($"/bodies/{body}/candidates", new { source = "Visit", personId = person ?? world.Somebody(Role.Resident), name = "王建国", showsName, words = "热心，邻里都服他" })));

    public static async Task<Guid> Vetted(this MeetingsWorld world, Guid body, Guid? person = null, bool showsName = true)
    {
        var candidate = await world.Proposed(body, person, showsName);
        await Must(world.Post($"/candidates/{candidate}/visits", new { on = Day(world.Today), visitors = "书记、网格员", notes = "在家，谈了一小时" }));
        await Must(world.Post($"/candidates/{candidate}/vet"));
        return candidate;
    }

    public static async Task<Guid> Accepted(this MeetingsWorld world, Guid body, Guid? person = null, bool showsName = true)
    {
        var candidate = await world.Vetted(body, person, showsName);
        await Must(world.Post($"/candidates/{candidate}/decide", Decision(true), world.Secretary()));
        return candidate;
    }

    public static async Task<Guid> Publicised(this MeetingsWorld world, Guid body, Guid? person = null, bool showsName = true, int days = 3)
    {
        var candidate = await world.Accepted(body, person, showsName);
        await Must(world.Post($"/candidates/{candidate}/publicise", new { days }));
        return candidate;
    }

    /// <summary>Appointed four days later, for a year from then on; told now.</summary>
    public static async Task<Guid> Appointed(this MeetingsWorld world, Guid body, Guid? person = null)
    {
        var candidate = await world.Publicised(body, person);
        await world.Later(TimeSpan.FromDays(4), () => Must(world.Post($"/candidates/{candidate}/appoint", new { to = Day(world.Today.AddYears(1)) }, world.Secretary())));
        return candidate;
    }

    public static object Decision(bool accept) => new { accept, reason = "群众基础好", minutes = "支部大会 2026 年第 11 次，全体同意" };

    public static async Task<string> State(this MeetingsWorld world, Guid candidate) => (string)(await world.Get($"/candidates/{candidate}"))["state"]!;

    /// <summary>A workshop on both competencies with a session in an hour, open unless told.</summary>
    public static async Task<(Guid Id, Guid Session)> Workshop(this MeetingsWorld world, int capacity = 20, bool open = true, Guid? area = null)
    {
        var workshop = Id(await Must(world.Post("/workshops", new { areaId = area ?? world.Neighbourhood, title = "议事骨干增能", aim = "会主持", competencies = Both })));
        var session = Id(await Must(world.Post($"/workshops/{workshop}/sessions", new { startsAt = world.Clock.GetUtcNow().AddHours(1), place = "街道党群中心", minutes = 150, capacity })));
        if (open) await Must(world.Post($"/workshops/{workshop}/offer"));
        return (workshop, session);
    }

    public static Task<(int Status, JsonNode? Body)> SignUp(this MeetingsWorld world, (Guid Id, Guid Session) workshop, Guid person) =>
        world.Post($"/workshops/{workshop.Id}/sessions/{workshop.Session}/places", new { name = "王建国" }, person);

    public static object Assessed(Guid person, bool passed = true, int after = 4) => new
    {
        personId = person, passed, scores = new[] { new { competency = "Communication", before = 2, after }, new { competency = "Cooperation", before = 3, after } },
    };

    /// <summary>A workshop that this person came to, was assessed in, and has the certificate of; told when its day was.</summary>
    public static async Task<(Guid Workshop, Guid Certificate, string Number)> Certified(this MeetingsWorld world, Guid person)
    {
        var workshop = await world.Workshop();
        await Must(world.SignUp(workshop, person));
        return await world.Later(TimeSpan.FromHours(3), async () =>
        {
            await Must(world.Post($"/workshops/{workshop.Id}/sessions/{workshop.Session}/attendance", new { present = new[] { person } }));
            await Must(world.Post($"/workshops/{workshop.Id}/held"));
            await Must(world.Post($"/workshops/{workshop.Id}/assessments", Assessed(person)));
            var certificate = (await Must(world.Post($"/workshops/{workshop.Id}/certificates", new { personId = person })))!;
            return (workshop.Id, Id(certificate), (string)certificate["number"]!);
        });
    }
}
