namespace Platform.Web.Console.Triage;

/// <summary>The words of the rules of triage: what they propose at the desk, and where they are made.</summary>
public sealed class TriageTexts;
