namespace Platform.Web.Console;

/// <summary>The words of this face's shell: ConsoleTexts.resx (Chinese) and ConsoleTexts.en.resx. Pages below have their own.</summary>
public sealed class ConsoleTexts;
