using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The terms of a great party committee 大党委: formed, in term, re-elected when the next begins.</summary>
public static class KeepCommittee
{
    /// <summary>Formed: before its first day. In term: on its days. Re-elected: another follows it. Over: none does.</summary>
    public enum TermState { Formed, InTerm, ReElected, Over }

    /// <param name="From">The first day.</param>
    /// <param name="To">The last day.</param>
    /// <param name="Note">The meeting that formed it, or what else should be known.</param>
    public sealed record Request([property: Needed] DateOnly? From, [property: Needed] DateOnly? To, [property: Text(500)] string? Note);

    public sealed record View(Guid Id, int Number, DateOnly From, DateOnly To, string? Note, TermState State);

    public sealed record Formed(Guid Id, int Number);

    public static async Task<Ok<Formed>> Form(Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var body = await db.Body(id, ct);
        await caller.DemandIn(db, body.AreaId, Rights.Founders, ct);
        var (today, from) = (await db.Today(clock, ct), request.From!.Value);

        var term = CommitteeTerm.Form(body, await db.LatestTerm(id, ct), from, request.To!.Value, request.Note);
        db.CommitteeTerms.Add(term);
        foreach (var member in await db.CommitteeMembers.Where(x => x.BodyId == id && x.To >= from).ToListAsync(ct)) member.EndWithTerm(body, from.AddDays(-1), today);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Formed(term.Id, term.Number));
    }

    public static async Task<Ok<IReadOnlyList<View>>> List(Guid id, MeetingsDb db, TimeProvider clock, CancellationToken ct)
    {
        var (body, today) = (await db.Body(id, ct), await db.Today(clock, ct));
        var terms = await db.CommitteeTerms.AsNoTracking().Where(x => x.BodyId == body.Id).OrderByDescending(x => x.Number).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<View>>([.. terms.Select((x, i) => new View(x.Id, x.Number, x.From, x.To, x.Note,
            x.From > today ? TermState.Formed : x.To >= today ? TermState.InTerm : i > 0 ? TermState.ReElected : TermState.Over))]);
    }
}
