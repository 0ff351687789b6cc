namespace Platform.Web.Console.Street;

/// <summary>Words of the console's pages about categories.</summary>
public sealed class CategoriesTexts;
