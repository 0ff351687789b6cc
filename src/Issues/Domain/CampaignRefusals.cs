using Platform.Kernel.Refusals;

namespace Platform.Issues.Domain;

/// <summary>Every "no" about campaigns.</summary>
public static class CampaignRefusals
{
    public static readonly Refusal CodeTaken = new("campaign.code-taken");
    public static readonly Refusal BadCode = new("campaign.bad-code", StatusCodes.Status400BadRequest);
    public static readonly Refusal EndsBeforeItBegins = new("campaign.ends-before-it-begins", StatusCodes.Status400BadRequest);
    public static readonly Refusal TooManyPlacements = new("campaign.too-many-placements");
    public static readonly Refusal BadPeriod = new("reach.bad-period", StatusCodes.Status400BadRequest);
}
