using System.Globalization;
using static Platform.Issues.Features.Sheet;

namespace Platform.Issues.Features;

/// <summary>The comparison as an Excel workbook: a sheet of campaigns, a sheet of channels. Its words are in RefusalTexts, in the reader's language.</summary>
internal static class ReachSheet
{
    public static Task<byte[]> Write(CompareReach.View view, CancellationToken ct)
    {
        var campaigns = view.Campaigns.SelectMany(x => x.Placements
            .Select(p => Line(x, p.Code, p.Means is { } means ? Word($"CampaignMeans.{means}") : "", p.Where ?? "", p.Issues, p.FirstTime))
            .Prepend(Line(x, x.Code, "", Word("Reach.Whole"), x.Issues, x.FirstTime)));
        var channels = view.Channels.Select(x => Numbers(new() { [Word("Reach.Channel")] = Word($"Channel.{x.Channel}") }, x.Issues, x.FirstTime))
            .Append(Numbers(new() { [Word("Reach.Channel")] = Word("Reach.All") }, view.Issues, view.FirstTime));
        return Sheet.Write(new Dictionary<string, object>
        {
            [Word("Reach.Campaigns")] = campaigns.ToList(), [Word("Reach.Channels")] = channels.ToList(),
            [Word("Reach.Period")] = new[] { new Dictionary<string, object?> { [Word("Reach.From")] = Day(view.From), [Word("Reach.To")] = Day(view.To) } },
        }, ct);
    }

    private static Dictionary<string, object?> Line(CompareReach.CampaignRow campaign, string code, string means, string where, int issues, int firstTime) => Numbers(
        new()
        {
            [Word("Reach.Campaign")] = campaign.Name ?? Word("Reach.Unknown"), [Word("CategoryColumn.Code")] = code, [Word("Reach.Means")] = means, [Word("Reach.Where")] = where,
        },
        issues, firstTime);

    private static Dictionary<string, object?> Numbers(Dictionary<string, object?> line, int issues, int firstTime)
    {
        (line[Word("Reach.Issues")], line[Word("Reach.FirstTime")]) = (issues, firstTime);
        return line;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
