namespace Platform.Web.Portal;

/// <summary>The words of this face's shell: PortalTexts.resx (Chinese) and PortalTexts.en.resx. Pages below have their own.</summary>
public sealed class PortalTexts;
