namespace Platform.Web.Operations;

/// <summary>The sample words of the kit's gallery.</summary>
public sealed class KitGalleryTexts;
