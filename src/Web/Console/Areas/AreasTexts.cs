namespace Platform.Web.Console.Areas;

/// <summary>Words of the console's pages about areas and venues.</summary>
public sealed class AreasTexts;
