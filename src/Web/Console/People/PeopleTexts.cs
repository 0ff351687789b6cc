namespace Platform.Web.Console.People;

/// <summary>Words of the console's pages about people and their roles.</summary>
public sealed class PeopleTexts;
