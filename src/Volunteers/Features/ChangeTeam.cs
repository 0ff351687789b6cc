using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>A team gets another name or leader, or begins or ends recruiting.</summary>
public static class ChangeTeam
{
    public sealed record Request([Needed, Text(60)] string? Name, TeamKind Kind, Guid? LeaderId, bool Recruiting);

    public static async Task<NoContent> Handle(Guid id, Request request, Caller caller, VolunteersDb db, HttpResponse response, CancellationToken ct)
    {
        var team = await db.Find<Team>(id, ct);
        await db.DemandOrganises(caller, team.AreaId, ct);

        team.Change(request.Name!, request.Kind, request.LeaderId, request.Recruiting);

        await db.SaveChangesAsync(ct);
        response.SetVersion(team.Version);
        return TypedResults.NoContent();
    }
}
