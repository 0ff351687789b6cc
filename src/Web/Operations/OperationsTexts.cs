namespace Platform.Web.Operations;

/// <summary>The words of this face's shell: OperationsTexts.resx (Chinese) and OperationsTexts.en.resx. Pages below have their own.</summary>
public sealed class OperationsTexts;
