namespace Platform.Web.Console.Timelines;

/// <summary>Words for every step of an issue's story.</summary>
public sealed class TimelinesTexts;
