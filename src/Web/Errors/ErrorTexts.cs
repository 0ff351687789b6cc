namespace Platform.Web.Errors;

/// <summary>The words of the error pages, by status.</summary>
public sealed class ErrorTexts;
