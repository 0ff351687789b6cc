using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;
using Platform.Kernel.Events;

namespace Platform.Issues.Features;

/// <summary>
/// A person's data was erased: their comments lose their words, whom to call back is forgotten, they follow nothing and nothing that they
/// uploaded waits. What they reported stays, under an id that is nobody's: others endorsed it, and it is the office's file.
/// </summary>
public sealed class WhenPersonErased(IssuesDb db) : Reaction<PersonErased>(db)
{
    protected override async Task React(PersonErased fact, CancellationToken ct)
    {
        foreach (var comment in await db.Comments.Where(x => x.AuthorId == fact.SubjectId).ToListAsync(ct)) comment.Forget();
        foreach (var posted in await db.PostedRequests.Where(x => x.Contact != null && db.Issues.Any(i => i.Id == x.IssueId && i.AuthorId == fact.SubjectId)).ToListAsync(ct))
            posted.ReachedBy(null);
        db.RemoveRange(await db.Followers.Where(x => x.PersonId == fact.SubjectId).ToListAsync(ct));
    }
}
