namespace Platform.Web.Portal.Plans;

/// <summary>The words of the portal's pages of plans and online discussions: MyPlansTexts.resx (Chinese) and MyPlansTexts.en.resx.</summary>
public sealed class MyPlansTexts;
