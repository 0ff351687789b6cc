using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Every agenda that an issue has been on, level by level: where it was deferred, from where it was passed up, with which reason.</summary>
public static class TraceIssue
{
    public sealed record View(
        Guid MeetingId, Guid ItemId, Guid BodyId, string BodyName, AreaLevel Level, DateTimeOffset StartsAt, Outcome Outcome, LeftBecause? Note, string? Reason,
        DateOnly? Until, Guid? ResolutionId);

    public static async Task<Ok<IReadOnlyList<View>>> Handle(Guid issueId, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        if (!await db.InboxIssues.AnyAsync(x => x.Id == issueId, ct)) throw new RefusedException(KernelRefusals.NotFound);
        var readable = db.AreasOf(caller, Rights.Readers);
        return TypedResults.Ok<IReadOnlyList<View>>(await db.Meetings
            .Where(x => x.ConvenedAt != null || readable.Contains(x.AreaId))
            .SelectMany(m => m.Items.Where(i => i.IssueId == issueId), (m, i) => new { m, i })
            .OrderBy(x => x.m.StartsAt).ThenBy(x => x.m.Id)
            .Select(x => new View(
                x.m.Id, x.i.Id, x.m.BodyId, db.Bodies.Single(b => b.Id == x.m.BodyId).Name, x.m.Level, x.m.StartsAt, x.i.Outcome, x.i.Note, x.i.Reason, x.i.Until,
                db.Resolutions.Where(r => r.ItemId == x.i.Id).Select(r => (Guid?)r.Id).SingleOrDefault()))
            .ToListAsync(ct));
    }
}
