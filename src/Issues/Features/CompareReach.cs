using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>Which way people come: issues and people who never spoke up before, by channel and by campaign, over a period. Whatever became of the issue counts.</summary>
public static class CompareReach
{
    private const int DaysAtMost = 3 * 366, CodesAtMost = 500;

    /// <param name="From">Its first day; 90 days ago unless told.</param>
    /// <param name="To">Its last day; today unless told.</param>
    /// <param name="AreaId">There and below.</param>
    public sealed record Query(DateOnly? From = null, DateOnly? To = null, Guid? AreaId = null);

    public sealed record View(DateOnly From, DateOnly To, int Issues, int FirstTime, IReadOnlyList<ChannelRow> Channels, IReadOnlyList<CampaignRow> Campaigns);

    /// <param name="FirstTime">How many of them were the first that their author ever raised here.</param>
    public sealed record ChannelRow(Channel Channel, int Issues, int FirstTime);

    /// <param name="Code">The campaign's, or one that no campaign here has.</param>
    /// <param name="CampaignId">Null where the code is unknown.</param>
    /// <param name="Name">Null where the code is unknown.</param>
    /// <param name="Placements">Each poster and stand; the campaign's own code first, where it was used by itself.</param>
    public sealed record CampaignRow(
        string Code, Guid? CampaignId, string? Name, int Issues, int FirstTime, IReadOnlyList<ChannelRow> Channels, IReadOnlyList<PlacementRow> Placements);

    /// <param name="Code">As the issues carry it.</param>
    public sealed record PlacementRow(string Code, CampaignMeans? Means, string? Where, int Issues, int FirstTime);

    private sealed record Counted(string? Code, Channel Channel, int Issues, int FirstTime);

    public static async Task<Ok<View>> Show([AsParameters] Query query, IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok(await Compare(query, db, caller, clock, ct));

    public static async Task<FileContentHttpResult> Export(
        [AsParameters] Query query, IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct) =>
        TypedResults.File(await ReachSheet.Write(await Compare(query, db, caller, clock, ct), ct), Spreadsheets.MediaType, "reach.xlsx");

    private static async Task<View> Compare(Query query, IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var today = await db.Today(clock, ct);
        var to = query.To ?? today;
        var from = query.From ?? DateOnly.FromDayNumber(Math.Max(0, to.DayNumber - 89));
        if (to < from || to.DayNumber - from.DayNumber > DaysAtMost) throw new RefusedException(CampaignRefusals.BadPeriod);

        var issues = db.Issues.AsNoTracking().Between(from, to, (await db.Street(ct)).Zone).Within(caller.AreasOf(IssueRights.Readers));
        if (query.AreaId is { } areaId) issues = issues.Within((await db.Area(areaId, ct)).Path);

        var firsts = await issues.FirstOfItsAuthor(db).GroupBy(x => new { x.Campaign, x.Channel }).Select(x => new { x.Key, Count = x.Count() }).ToListAsync(ct);
        var all = await issues.GroupBy(x => new { x.Campaign, x.Channel }).Select(x => new { x.Key, Count = x.Count() }).ToListAsync(ct);
        var counted = all.ConvertAll(x => new Counted(x.Key.Campaign, x.Key.Channel, x.Count, firsts.Find(f => f.Key.Equals(x.Key))?.Count ?? 0));
        // Those that ran in the period, and those that something came by though their time was over.
        var codes = counted.Select(x => x.Code).OfType<string>().ToList();
        var campaigns = await db.Campaigns.AsNoTracking()
            .Where(x => x.From <= to && x.To >= from || codes.Contains(x.Code) || x.Placements.Any(p => codes.Contains(p.Code))).OrderByDescending(x => x.Id).ToListAsync(ct);
        return new View(from, to, counted.Sum(x => x.Issues), counted.Sum(x => x.FirstTime), Channels(counted), Rows(campaigns, counted));
    }

    private static List<CampaignRow> Rows(List<Campaign> campaigns, List<Counted> counted)
    {
        var known = campaigns.SelectMany(x => x.Placements.Select(p => p.Code).Append(x.Code)).ToHashSet();
        return
        [
            .. campaigns.Select(x => Row(x, x.Code, [.. counted.Where(c => c.Code == x.Code || x.Placements.Any(p => p.Code == c.Code))])),
            // Codes that no campaign has are kept as they came: posters are older than the list of campaigns.
            .. counted.Where(x => x.Code is not null && !known.Contains(x.Code)).GroupBy(x => x.Code!).OrderByDescending(x => x.Sum(c => c.Issues)).Take(CodesAtMost)
                .Select(x => Row(null, x.Key, [.. x])),
        ];
    }

    private static CampaignRow Row(Campaign? campaign, string code, List<Counted> counted)
    {
        PlacementRow Of(string own, CampaignMeans? means, string? where) =>
            new(own, means, where, counted.Where(x => x.Code == own).Sum(x => x.Issues), counted.Where(x => x.Code == own).Sum(x => x.FirstTime));
        var placements = campaign?.Placements.OrderBy(x => x.Id).Select(x => Of(x.Code, x.Means, x.Where)).ToList() ?? [];
        if (placements.Count > 0 && counted.Exists(x => x.Code == code)) placements.Insert(0, Of(code, null, null));
        return new CampaignRow(code, campaign?.Id, campaign?.Name, counted.Sum(x => x.Issues), counted.Sum(x => x.FirstTime), Channels(counted), placements);
    }

    private static List<ChannelRow> Channels(List<Counted> counted) =>
        [.. counted.GroupBy(x => x.Channel).OrderBy(x => x.Key).Select(x => new ChannelRow(x.Key, x.Sum(c => c.Issues), x.Sum(c => c.FirstTime)))];
}
