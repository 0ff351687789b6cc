using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Data;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>A member joins a team that recruits.</summary>
public static class JoinTeam
{
    public static async Task<NoContent> Handle(Guid id, Caller caller, VolunteersDb db, TimeProvider clock, CancellationToken ct)
    {
        var team = await db.Find<Team>(id, ct);

        db.TeamMembers.Add(team.Admit(caller.Me, clock.GetUtcNow()));

        await db.SaveOnce(VolunteerRefusals.TeamAlreadyIn, ct);
        return TypedResults.NoContent();
    }
}
