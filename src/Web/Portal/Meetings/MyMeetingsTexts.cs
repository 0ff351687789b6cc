namespace Platform.Web.Portal.Meetings;

/// <summary>The words of a member's own meetings: MyMeetingsTexts.resx (Chinese) and MyMeetingsTexts.en.resx.</summary>
public sealed class MyMeetingsTexts;
