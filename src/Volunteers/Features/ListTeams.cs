using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>The teams of the street.</summary>
public static class ListTeams
{
    public sealed record View(
        Guid Id, string Name, TeamKind Kind, Guid AreaId, string? AreaName, Guid? LeaderId, bool Recruiting, int Members, bool Mine, int Version);

    public static async Task<Ok<Page<View>>> Handle(
        [AsParameters] PageQuery page, TeamKind? kind, bool? recruiting, Guid? areaId, Caller caller, VolunteersDb db, CancellationToken ct)
    {
        var me = caller.Me;
        return TypedResults.Ok(await db.Teams
            .Where(x => (kind == null || x.Kind == kind) && (recruiting == null || x.Recruiting == recruiting) && (areaId == null || x.AreaId == areaId))
            .NewestFirst(page, x => new View(
                x.Id, x.Name, x.Kind, x.AreaId, db.Areas.Where(a => a.Id == x.AreaId).Select(a => a.Name).SingleOrDefault(), x.LeaderId, x.Recruiting,
                db.TeamMembers.Count(m => m.TeamId == x.Id), db.TeamMembers.Any(m => m.TeamId == x.Id && m.PersonId == me), x.Version), x => x.Id, ct));
    }
}
