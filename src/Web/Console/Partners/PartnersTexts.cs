namespace Platform.Web.Console.Partners;

/// <summary>Words of the console's co-building pages.</summary>
public sealed class PartnersTexts;
