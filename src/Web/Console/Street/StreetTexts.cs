namespace Platform.Web.Console.Street;

/// <summary>Words of the console's pages about the street itself: settings, posters, integrators.</summary>
public sealed class StreetTexts;
