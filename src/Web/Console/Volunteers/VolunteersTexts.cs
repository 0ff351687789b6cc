namespace Platform.Web.Console.Volunteers;

/// <summary>Words of the console's volunteering pages.</summary>
public sealed class VolunteersTexts;
