namespace Platform.Web.Console.Cadence;

/// <summary>Words of series, coverage, party committees and measures: CadenceTexts.resx (Chinese) and CadenceTexts.en.resx.</summary>
public sealed class CadenceTexts;
