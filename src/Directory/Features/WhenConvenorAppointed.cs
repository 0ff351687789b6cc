using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Directory.Data;
using Platform.Directory.Domain;
using Platform.Kernel.Events;

namespace Platform.Directory.Features;

/// <summary>
/// The party branch appointed a convenor: the role is theirs for the term, in the body's area. The membership's id is the term's, so however
/// often it is heard it is one. Whoever is not known here, or was erased, gets none.
/// </summary>
public sealed class WhenConvenorAppointed(DirectoryDb db) : Reaction<ConvenorAppointed>(db)
{
    protected override async Task React(ConvenorAppointed fact, CancellationToken ct)
    {
        if (await db.Memberships.AnyAsync(x => x.Id == fact.TermId, ct)
            || !await db.People.AnyAsync(x => x.Id == fact.PersonId, ct) || !await db.Areas.AnyAsync(x => x.Id == fact.AreaId, ct)) return;
        var membership = new Membership(fact.TermId, fact.PersonId, Role.Convenor, fact.AreaId, fact.From, fact.To);
        db.Add(membership);
        db.Say(membership, membership.Changed());
        await db.TakeUp(fact.TermId, "directory", ct);
    }
}
