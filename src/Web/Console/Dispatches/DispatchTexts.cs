namespace Platform.Web.Console.Dispatches;

/// <summary>The words of what stays inside: dispatches to departments, notes, mediations, and issues on paper.</summary>
public sealed class DispatchTexts;
