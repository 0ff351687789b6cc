namespace Platform.Web.Kit;

/// <summary>An area to pick.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">第 12 号楼.</param>
/// <param name="Above">The grid it stands under; none for a grid or neighbourhood itself.</param>
public sealed record AreaChoice(Guid Id, string Name, string? Above = null);
