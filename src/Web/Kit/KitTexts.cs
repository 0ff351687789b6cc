namespace Platform.Web.Kit;

/// <summary>The kit's own words: KitTexts.resx (Chinese) and KitTexts.en.resx.</summary>
public sealed class KitTexts;
