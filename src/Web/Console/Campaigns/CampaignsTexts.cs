namespace Platform.Web.Console.Campaigns;

/// <summary>Words of the console's pages about campaigns and what came of them.</summary>
public sealed class CampaignsTexts;
