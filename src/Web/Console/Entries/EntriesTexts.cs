namespace Platform.Web.Console.Entries;

/// <summary>The words of entering what residents said.</summary>
public sealed class EntriesTexts;
