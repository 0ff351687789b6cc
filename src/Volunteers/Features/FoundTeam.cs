using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>A team begins.</summary>
public static class FoundTeam
{
    public sealed record Request([Needed, Text(60)] string? Name, TeamKind Kind, Guid AreaId, Guid? LeaderId, bool Recruiting);

    public static async Task<Created<Made>> Handle(Request request, Caller caller, VolunteersDb db, CancellationToken ct)
    {
        await db.DemandOrganises(caller, request.AreaId, ct);

        var team = Team.Found(request.Name!, request.Kind, request.AreaId, request.LeaderId, request.Recruiting);

        db.Teams.Add(team);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/volunteers/teams/{team.Id}", new Made(team.Id));
    }
}

/// <summary>The id of what was made.</summary>
public sealed record Made(Guid Id);
