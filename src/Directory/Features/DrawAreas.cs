using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Data;
using Platform.Directory.Domain;
using Platform.Kernel.Refusals;

namespace Platform.Directory.Features;

/// <summary>The map of an area: itself and what lies below it, each as it was drawn.</summary>
public static class DrawAreas
{
    /// <param name="Id">The area.</param>
    /// <param name="Code">Its code.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Level">Its level; larger ones come first, so that smaller ones are drawn over them.</param>
    /// <param name="ParentId">The area above it.</param>
    /// <param name="Rings">Its edges and holes, each a row of points [longitude, latitude] in WGS-84; to be filled by the even-odd rule.</param>
    public sealed record Shape(Guid Id, string Code, string Name, AreaLevel Level, Guid? ParentId, IReadOnlyList<IReadOnlyList<double[]>> Rings);

    internal static async Task<Ok<List<Shape>>> Handle(Guid id, DirectoryDb db, CancellationToken ct)
    {
        var path = await db.Areas.Where(x => x.Id == id).Select(x => x.Path).SingleOrDefaultAsync(ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        var drawn = await db.Areas.Where(x => x.Path.StartsWith(path) && x.Outline != null).OrderBy(x => x.Path).ToListAsync(ct);
        return TypedResults.Ok(drawn.OrderBy(x => x.Level).Select(x => new Shape(x.Id, x.Code, x.Name, x.Level, x.ParentId, Outlines.Rings(x.Outline!))).ToList());
    }
}
