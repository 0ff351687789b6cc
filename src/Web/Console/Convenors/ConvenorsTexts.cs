namespace Platform.Web.Console.Convenors;

/// <summary>The words of candidates, the roster and training: ConvenorsTexts.resx (Chinese) and ConvenorsTexts.en.resx.</summary>
public sealed class ConvenorsTexts;
