namespace Platform.Web.Portal.Issues;

/// <summary>The words of issues for residents, and those of their timeline, which the console shows too.</summary>
public sealed class IssuesTexts;
