using System.Text;
using System.Text.Json;
using Platform.Demonstration.Api;

namespace Platform.Demonstration.Acts;

/// <summary>Whose consent a plan needs: a person, or a party by who stands for it.</summary>
public sealed record Named(Guid PersonId, string Name, string? Party = null);

/// <summary>An owner of one flat: who owns it, its floor area, and the phone that the account is found by.</summary>
public sealed record Flat(int Building, int Room, string Owners, decimal Area, string? Phone = null)
{
    /// <summary>As a paper names it.</summary>
    public string Unit => $"{Building}-1-{Room}";
}

/// <summary>What people do with series, plans and their rounds, and owners' votes.</summary>
public static class PlanActs
{
    private const string Meetings = "/api/v1/meetings";

    /// <summary>The body meets again and again, by this rule, with this on every agenda.</summary>
    public static Task Series(this Player player, Guid body, string rule, DateOnly startsOn, TimeOnly startsAt, string place, params IReadOnlyList<string> standing) =>
        player.Post($"{Meetings}/bodies/{body}/series", new { rule, startsOn, startsAt, minutes = 90, place, standingItems = standing.Select(title => new { title }) });

    /// <summary>Drafts a plan and publishes its first version.</summary>
    public static async Task<Guid> Plan(this Player player, Guid body, string title, string? receiptNumber, string text, params IReadOnlyList<Named> stakeholders)
    {
        var plan = MeetingActs.IdOf(await player.Post($"{Meetings}/plans", new { bodyId = body, title, receiptNumber, stakeholders }));
        await player.Post($"{Meetings}/plans/{plan}/versions", new { text });
        return plan;
    }

    /// <summary>Asks for consent until the end of that day.</summary>
    public static async Task<Guid> Ask(this Player player, Guid plan, DateOnly to, int asked) =>
        MeetingActs.IdOf(await player.Post($"{Meetings}/plans/{plan}/rounds", new { to, asked }));

    /// <summary>Answers a round for oneself.</summary>
    public static Task Answer(this Player player, Guid plan, Guid round, string stand, string? text = null) =>
        player.Post($"{Meetings}/plans/{plan}/rounds/{round}/answers", new { stand, text });

    /// <summary>Imports a register of owners from a sheet, puts it in force and finds the accounts of those with a phone.</summary>
    public static async Task<Guid> Register(this Player player, Guid area, string fileName, IReadOnlyList<Flat> flats)
    {
        var sheet = new StringBuilder("楼栋,单元,室号,产权人,专有部分面积,联系手机\n");
        foreach (var flat in flats) sheet.Append(System.Globalization.CultureInfo.InvariantCulture, $"{flat.Building},1,{flat.Room},{flat.Owners},{flat.Area},{flat.Phone}\n");
        var register = MeetingActs.IdOf(await player.Post($"{Meetings}/registers?area={area}", () => new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(sheet.ToString())), "file", fileName },
        }));
        await player.Post($"{Meetings}/registers/{register}/adopt");
        await player.Post($"{Meetings}/registers/{register}/links");
        return register;
    }

    /// <summary>Opens an owners' vote on the first item of an announced meeting, until then.</summary>
    public static async Task<Guid> OpenOwnersVote(this Player player, Guid meeting, Guid register, string question, DateTimeOffset closesAt)
    {
        var item = (await player.Meeting(meeting)).GetProperty("items")[0].GetProperty("id").GetGuid();
        return (await player.Post($"{Meetings}/{meeting}/items/{item}/votes", new { method = "Owners", matter = "Special", registerId = register, question, closesAt }))
            .GetProperty("voteId").GetGuid();
    }

    /// <summary>Types in an owner's paper.</summary>
    public static Task<JsonElement> TypeIn(this Player player, Guid meeting, Guid vote, string serial, Flat flat, string choice) =>
        player.Post($"{Meetings}/{meeting}/votes/{vote}/papers", new { serial, unit = flat.Unit, choice });
}
