using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>A mediation, for those whose confidence it is: each reading is put on record. Other staff see that there is one, how far it is, and when.</summary>
public static class ReadMediation
{
    public sealed record View(
        Guid Id, Guid IssueId, MediationState State, IReadOnlyList<string> Parties, string Subject, Guid MediatorId, Guid OpenedById, DateTimeOffset OpenedAt,
        IReadOnlyList<SessionView> Sessions, DateTimeOffset? EndedAt, string? Outcome, string? ReferredTo, bool MayRecord, int Version);

    public sealed record SessionView(DateOnly On, IReadOnlyList<string> Present, string Said, DateTimeOffset At);

    /// <param name="MayRead">The reader is one of those whose confidence it is.</param>
    public sealed record Line(Guid Id, MediationState State, DateTimeOffset OpenedAt, DateTimeOffset? EndedAt, bool MayRead);

    public static async Task<Ok<View>> Handle(Guid id, IssuesDb db, Caller caller, Phones phones, HttpResponse response, CancellationToken ct)
    {
        var mediation = await db.Find<Mediation>(id, ct);
        var path = await db.PathOf(mediation, ct);
        caller.DemandToRead(mediation, path);

        db.AuditRead("Mediation.Record", id);
        await db.SaveChangesAsync(ct);
        response.SetVersion(mediation.Version);
        return TypedResults.Ok(Opened(mediation, phones, caller.Me == mediation.MediatorId || caller.Holds(path, IssueRights.OverMediations)));
    }

    public static async Task<Ok<IReadOnlyList<Line>>> OfIssue(Guid id, IssuesDb db, Caller caller, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        caller.Demand(issue.AreaPath, IssueRights.Staff);
        var all = await db.Mediations.AsNoTracking().IgnoreAutoIncludes().Where(x => x.IssueId == id).OrderByDescending(x => x.Id).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<Line>>([.. all.Select(x => new Line(x.Id, x.State, x.OpenedAt, x.EndedAt, caller.Reads(x, issue.AreaPath)))]);
    }

    private static View Opened(Mediation x, Phones phones, bool mayRecord)
    {
        var matter = phones.Open<Matter>(x.Matter);
        var outcome = x.Outcome is { } paper ? phones.Open<Outcome>(paper) : null;
        return new View(
            x.Id, x.IssueId, x.State, matter.Parties, matter.Subject, x.MediatorId, x.OpenedById, x.OpenedAt,
            [.. x.Sessions.OrderBy(s => s.On).ThenBy(s => s.Id).Select(s => phones.Open<Said>(s.Record) is var said ? new SessionView(s.On, said.Present, said.Words, s.At) : null!)],
            x.EndedAt, outcome?.Words, outcome?.To, mayRecord && x.IsOpen, x.Version);
    }
}
