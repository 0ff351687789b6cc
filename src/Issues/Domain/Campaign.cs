using System.Text.Json.Serialization;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Domain;

/// <summary>By what a campaign speaks to people: 海报、展架、社区通、单页、走访、说事日、消息.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CampaignMeans>))]
public enum CampaignMeans { Poster, Stand, CommunityApp, Leaflet, Visit, TalkDay, Message }

/// <summary>
/// Asking people to speak up 动员: why, by what, where and when. Issues carry its code, or the code of the one poster or stand that they came by,
/// so that reach can be compared; both are for good, because they are printed.
/// </summary>
public sealed class Campaign : Aggregate
{
    public const int PlacementsAtMost = 200;
    private readonly List<Placement> _placements = [];

    private Campaign() { }

    public Campaign(string code, CampaignPlan plan, Actor by, DateTimeOffset now)
    {
        (Code, CreatedById, CreatedAt) = (code, by.Id, now);
        Plan(plan);
    }

    public string Code { get; private init; } = "";
    public string Name { get; private set; } = "";

    /// <summary>为什么请您说: stands on its posters.</summary>
    public string Purpose { get; private set; } = "";
    public CampaignMeans[] Means { get; private set; } = [];
    public Guid AreaId { get; private set; }
    public string AreaPath { get; private set; } = "";
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    public Guid? CreatedById { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>How many placements there are: adding one gives it a new version.</summary>
    public int Placed { get; private set; }

    public IReadOnlyList<Placement> Placements => _placements;

    public void Plan(CampaignPlan plan)
    {
        if (plan.To < plan.From) throw new RefusedException(CampaignRefusals.EndsBeforeItBegins);
        (Name, Purpose, Means, AreaId, AreaPath, From, To) =
            (plan.Name, plan.Purpose, [.. plan.Means.Distinct().Order()], plan.Area.Id, plan.Area.Path, plan.From, plan.To);
    }

    /// <summary>One more poster or stand, with a code of its own.</summary>
    public Placement Place(string? suffix, CampaignMeans means, string where)
    {
        if (Placed == PlacementsAtMost) throw new RefusedException(CampaignRefusals.TooManyPlacements.With(PlacementsAtMost));
        var code = $"{Code}-{suffix ?? $"{Placed + 1}"}";
        if (_placements.Exists(x => x.Code == code)) throw new RefusedException(CampaignRefusals.CodeTaken.With(code));
        var placement = new Placement { CampaignId = Id, Code = code }.At(means, where);
        _placements.Add(placement);
        Placed++;
        return placement;
    }
}

/// <summary>One poster, one stand.</summary>
public sealed class Placement : TenantRow
{
    public required Guid CampaignId { get; init; }

    /// <summary>garden-12: the campaign's code and its own. Printed, and so for good.</summary>
    public required string Code { get; init; }
    public CampaignMeans Means { get; private set; }
    public string Where { get; private set; } = "";

    /// <summary>What it is and where it hangs, as it is known by now.</summary>
    public Placement At(CampaignMeans means, string where)
    {
        (Means, Where) = (means, where);
        return this;
    }
}

/// <summary>What is told of a campaign.</summary>
public sealed record CampaignPlan(string Name, string Purpose, IReadOnlyList<CampaignMeans> Means, Place Area, DateOnly From, DateOnly To);
