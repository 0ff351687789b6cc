namespace Platform.Web.Console.Imports;

/// <summary>Words of the console's pages about imports of the hotline's orders.</summary>
public sealed class ImportsTexts;
