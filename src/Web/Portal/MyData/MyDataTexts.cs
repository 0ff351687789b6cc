namespace Platform.Web.Portal.MyData;

/// <summary>Words of taking one's data away and having it erased: MyDataTexts.resx (Chinese) and MyDataTexts.en.resx.</summary>
public sealed class MyDataTexts;
