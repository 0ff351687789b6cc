using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Events;
using Platform.Volunteers.Data;

namespace Platform.Volunteers.Features;

/// <summary>A person's data was erased: they leave their teams and lead none. No name or word of theirs was kept here; hours stay, of nobody.</summary>
public sealed class WhenPersonErased(VolunteersDb db) : Reaction<PersonErased>(db)
{
    protected override async Task React(PersonErased fact, CancellationToken ct)
    {
        db.RemoveRange(await db.TeamMembers.Where(x => x.PersonId == fact.SubjectId).ToListAsync(ct));
        foreach (var team in await db.Teams.Where(x => x.LeaderId == fact.SubjectId).ToListAsync(ct)) team.Change(team.Name, team.Kind, leaderId: null, team.Recruiting);
    }
}
