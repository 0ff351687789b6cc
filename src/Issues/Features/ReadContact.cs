using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Issues.Open311;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>Whom to call back about an issue that another system posted. Reading it is put on record.</summary>
public static class ReadContact
{
    public static async Task<Ok<Contact>> Handle(Guid id, IssuesDb db, Caller caller, Phones phones, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        caller.Demand(issue.AreaPath, IssueRights.Staff);
        var kept = await db.PostedRequests.AsNoTracking().Where(x => x.IssueId == id).Select(x => x.Contact).SingleOrDefaultAsync(ct)
            ?? throw new RefusedException(KernelRefusals.NotFound);
        db.AuditRead("Issue.Contact", id);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(Contact.From(kept, phones));
    }
}
