using System.Globalization;
using Platform.Web.Clients;
using Platform.Web.Clients.Directory;
using Platform.Web.Clients.Issues;
using Platform.Web.Gateway;
using Platform.Web.Reading;

namespace Platform.Web.Console.Street;

/// <summary>What one sheet says, on the page and in its PDF alike.</summary>
/// <param name="Campaign">None where no campaign has this code: the sheet is printed all the same, and so is the code on what comes of it.</param>
/// <param name="Spot">Which of its posters and stands it is.</param>
public sealed record PosterPlan(
    string Street, string? Neighbourhood, string Address, IReadOnlyList<CultureInfo> Cultures, KeepCampaignsView? Campaign, KeepCampaignsPlacementView? Spot);

/// <summary>Puts a sheet together from what its address asks for.</summary>
public sealed class PosterPlans(DirectoryClient directory, IssuesClient issues, Myself me, Microsoft.Extensions.Configuration.IConfiguration configuration)
{
    /// <summary>Letters, digits and hyphens, or none at all.</summary>
    public static bool IsCode(string? campaign) => string.IsNullOrEmpty(campaign) || campaign.Length <= 40 && campaign.All(x => char.IsAsciiLetterOrDigit(x) || x is '-');

    public async Task<IReadOnlyList<ShowAreasLine>> Neighbourhoods() => [.. await directory.ListAreasAsync(Platform.Web.Clients.Directory.AreaLevel.Neighbourhood)];

    public async Task<PosterPlan> Make(string? code, ShowAreasLine? neighbourhood, string? languages)
    {
        var street = await me.Know() ?? await directory.ShowMeAsync();
        var campaign = string.IsNullOrEmpty(code) ? null : await Find(code);
        var address = new Uri(new Uri(configuration["Platform:WebAddress"] ?? "http://localhost:8080"), $"/{street.StreetCode}/report{(string.IsNullOrEmpty(code) ? null : $"?campaign={code}")}");
        return new PosterPlan(street.StreetName, neighbourhood?.Name, address.AbsoluteUri, Cultures(languages), campaign, campaign?.Placements.FirstOrDefault(x => x.Code == code));
    }

    /// <summary>The one asked for; where the street has one alone, and nobody asked, that.</summary>
    public static ShowAreasLine? Chosen(IReadOnlyList<ShowAreasLine> all, string? area) =>
        area is null && all.Count == 1 ? all[0] : all.FirstOrDefault(x => $"{x.Id}" == area);

    private static CultureInfo[] Cultures(string? languages) =>
        [.. ReadingSetup.Languages.Where(x => languages is not { Length: > 0 } one || one == x || !ReadingSetup.Languages.Contains(one)).Select(CultureInfo.GetCultureInfo)];

    // Whoever may not read campaigns may print a poster, and so may everybody while the service is away.
    private async Task<KeepCampaignsView?> Find(string code)
    {
        try { return (await issues.ListCampaignsAsync(code: code, limit: 1)).Items is [var found, ..] ? found : null; }
        catch (Exception e) when (e.IsAway() || e is ApiException { StatusCode: 403 }) { return null; }
    }
}
