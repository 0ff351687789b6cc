namespace Platform.Web.Portal.Volunteers;

/// <summary>Words of the portal's volunteering pages.</summary>
public sealed class ActivitiesTexts;
