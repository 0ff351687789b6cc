namespace Platform.Web.Console.Meetings;

/// <summary>The words of the meetings pages: MeetingsTexts.resx.</summary>
public sealed class MeetingsTexts;
