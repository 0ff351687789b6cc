using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Meetings.V1;
using Platform.Directory.Data;
using Platform.Directory.Domain;
using Platform.Kernel.Events;

namespace Platform.Directory.Features;

/// <summary>A convenor's term was cut short: the role that came with it ends with it. What somebody gave by hand is theirs to end.</summary>
public sealed class WhenConvenorEnded(DirectoryDb db) : Reaction<ConvenorEnded>(db)
{
    protected override async Task React(ConvenorEnded fact, CancellationToken ct)
    {
        if (await db.Memberships.SingleOrDefaultAsync(x => x.Id == fact.TermId, ct) is not { } membership)
        {
            // Nobody's, where the person is not known here; else it waits for the term's beginning.
            if (await db.People.AnyAsync(x => x.Id == fact.PersonId, ct)) await Park(fact.TermId);
            return;
        }

        if (!membership.CutShort(fact.LastDay)) return;
        db.Say(membership, membership.Changed());
    }
}
