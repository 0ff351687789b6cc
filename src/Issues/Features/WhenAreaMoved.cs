using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;
using Platform.Kernel.Events;

namespace Platform.Issues.Features;

/// <summary>Issues and actions carry their area's path, so that lists need no join: it moves with the area. An older fact changes nothing.</summary>
public sealed class WhenAreaMoved(IssuesDb db) : Reaction<AreaChanged>(db)
{
    protected override async Task React(AreaChanged fact, CancellationToken ct)
    {
        if (await db.Areas.AnyAsync(x => x.Id == fact.SubjectId && x.Version > fact.Version, ct)) return;
        await db.Issues.Where(x => x.AreaId == fact.SubjectId && x.AreaPath != fact.Path)
            .ExecuteUpdateAsync(x => x.SetProperty(i => i.AreaPath, fact.Path), ct);
        await db.Actions.Where(x => x.AreaId == fact.SubjectId && x.AreaPath != fact.Path)
            .ExecuteUpdateAsync(x => x.SetProperty(i => i.AreaPath, fact.Path), ct);
    }
}
