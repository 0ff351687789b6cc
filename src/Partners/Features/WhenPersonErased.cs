using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Events;
using Platform.Partners.Data;

namespace Platform.Partners.Features;

/// <summary>A person's data was erased: nobody speaks for the unit until its next contact is named.</summary>
public sealed class WhenPersonErased(PartnersDb db) : Reaction<PersonErased>(db)
{
    protected override async Task React(PersonErased fact, CancellationToken ct)
    {
        foreach (var unit in await db.Units.Where(x => x.ContactId == fact.SubjectId).ToListAsync(ct)) unit.Change(unit.Name, unit.Kind, contactId: null);
    }
}
