namespace Platform.Web.Portal.Convenors;

/// <summary>The words of notices of candidates, self-nomination and training: LeadingTexts.resx (Chinese) and LeadingTexts.en.resx.</summary>
public sealed class LeadingTexts;
