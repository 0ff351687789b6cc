namespace Platform.Web.Portal.Meetings;

/// <summary>The words of the portal's meetings pages: PublicMeetingsTexts.resx.</summary>
public sealed class PublicMeetingsTexts;
