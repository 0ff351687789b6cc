namespace Platform.Web.Portal.Calendars;

/// <summary>Words of subscribing to calendars: CalendarsTexts.resx (Chinese) and CalendarsTexts.en.resx.</summary>
public sealed class CalendarsTexts;
