namespace Platform.Web.Console.Plans;

/// <summary>The words of the pages of plans, rounds of consent and online discussions: PlansTexts.resx (Chinese) and PlansTexts.en.resx.</summary>
public sealed class PlansTexts;
