namespace Platform.Web.Screen;

/// <summary>The words of this face's shell: ScreenTexts.resx (Chinese) and ScreenTexts.en.resx. Pages below have their own.</summary>
public sealed class ScreenTexts;
