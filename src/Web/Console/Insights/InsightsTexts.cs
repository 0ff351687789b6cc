namespace Platform.Web.Console.Insights;

/// <summary>Words of the numbers, in the console and on the screen.</summary>
public sealed class InsightsTexts;
