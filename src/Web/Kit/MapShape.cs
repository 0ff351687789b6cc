namespace Platform.Web.Kit;

/// <summary>One area on a map.</summary>
/// <param name="Rings">Its edges and holes, each a row of points [longitude, latitude].</param>
/// <param name="Text">What stands in it.</param>
/// <param name="Title">The same in a sentence, for whoever points at it or cannot see it.</param>
/// <param name="Href">What it opens; null for the ground that others stand on.</param>
/// <param name="Weight">How dark it is, 0 to 3.</param>
/// <param name="IsMarked">It has a red edge.</param>
public sealed record MapShape(IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> Rings, string Text, string Title, string? Href, int Weight = 0, bool IsMarked = false);
