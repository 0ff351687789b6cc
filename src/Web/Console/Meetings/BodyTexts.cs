namespace Platform.Web.Console.Meetings;

/// <summary>The words of the pages that found a body, fill its seats and adopt its rules: BodyTexts.resx (Chinese) and BodyTexts.en.resx.</summary>
public sealed class BodyTexts;
