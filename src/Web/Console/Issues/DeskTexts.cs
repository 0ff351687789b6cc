namespace Platform.Web.Console.Issues;

/// <summary>The words of issues at the desk. What the timeline says is the portal's <see cref="Portal.Issues.IssuesTexts"/>.</summary>
public sealed class DeskTexts;
