using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>One candidacy for those who run meetings there. What was gathered is not for the candidate, whatever role they hold.</summary>
public static class GetCandidate
{
    public sealed record VisitView(Guid Id, DateOnly On, string Visitors, string Notes, Guid WrittenById);

    /// <param name="Speaker">Where staff wrote down somebody without an account.</param>
    public sealed record StatementView(Guid Id, Guid? SpeakerId, string? Speaker, string Words, DateTimeOffset At);

    /// <param name="Upheld">Null while nobody has answered.</param>
    public sealed record ObjectionView(Guid Id, Guid ObjectorId, string Words, DateTimeOffset At, bool? Upheld, string? Reason, DateTimeOffset? AnsweredAt);

    public sealed record TermView(Guid Id, DateOnly From, DateOnly To);

    /// <param name="HasPhone">There is a number to read, on record.</param>
    /// <param name="Visits">Null for the candidate.</param>
    /// <param name="Statements">Null for the candidate.</param>
    /// <param name="Objections">Null for the candidate.</param>
    /// <param name="NoticeDays">How long the body's rules have a notice posted.</param>
    /// <param name="IsTrained">Whether they have a certificate that is good today.</param>
    /// <param name="IsMine">The candidate is the reader: they act on nothing of it.</param>
    /// <param name="MayGather">The reader may write down visits and statements.</param>
    /// <param name="MayFound">The reader may vet, publicise, and say whose account it is.</param>
    /// <param name="MayDecide">The reader may decide, answer, appoint, renew and end.</param>
    public sealed record View(
        Guid Id, Guid BodyId, string BodyName, Guid AreaId, string AreaName, CandidateSource Source, CandidateState State, Guid? PersonId, string Name, bool HasPhone,
        string? Referee, bool ShowsName, string Words, Guid ProposedById, DateTimeOffset ProposedAt, DateTimeOffset? VettedAt, DateTimeOffset? DecidedAt,
        Guid? DecidedById, string? DecisionReason, string? DecisionMinutes, DateOnly? NoticeFrom, DateOnly? NoticeTo, bool NoticeRuns, string? EndReason,
        IReadOnlyList<VisitView>? Visits, IReadOnlyList<StatementView>? Statements, IReadOnlyList<ObjectionView>? Objections, IReadOnlyList<TermView> Terms,
        int NoticeDays, bool IsTrained, bool IsMine, bool MayGather, bool MayFound, bool MayDecide, int Version);

    public static async Task<Ok<View>> Handle(Guid id, MeetingsDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var x = await db.Candidate(id, ct);
        var area = await db.Area(x.AreaId, ct);
        caller.Demand(area.Path, Rights.Readers);
        var (body, today) = (await db.Body(x.BodyId, ct), await db.Today(clock, ct));
        var mine = x.PersonId == caller.Me;
        var trained = x.PersonId is { } person && Training.IsTrained(person, await db.CertificatesOf([person], ct), today);
        response.SetVersion(x.Version);
        return TypedResults.Ok(new View(
            x.Id, body.Id, body.Name, area.Id, area.Name, x.Source, x.State, x.PersonId, x.Name, x.Phone is not null, x.Referee, x.ShowsName, x.Words,
            x.ProposedById, x.ProposedAt, x.VettedAt, x.DecidedAt, x.DecidedById, x.DecisionReason, x.DecisionMinutes, x.NoticeFrom, x.NoticeTo,
            x.NoticeRunsOn(today), x.EndReason,
            mine ? null : [.. x.Visits.OrderBy(v => v.On).ThenBy(v => v.Id).Select(v => new VisitView(v.Id, v.On, v.Visitors, v.Notes, v.WrittenById))],
            mine ? null : [.. x.Statements.OrderBy(s => s.Id).Select(s => new StatementView(s.Id, s.SpeakerId, s.Speaker, s.Words, s.At))],
            mine ? null : [.. x.Objections.OrderBy(o => o.Id).Select(o => new ObjectionView(o.Id, o.ObjectorId, o.Words, o.At, o.Upheld, o.Reason, o.AnsweredAt))],
            [.. x.Terms.OrderBy(t => t.From).Select(t => new TermView(t.Id, t.From, t.To))], body.InForce.Rules.PublicationDays, trained, mine,
            !mine && caller.Holds(area.Path, ConvenorRights.Proposers), !mine && caller.Holds(area.Path, Rights.Founders),
            !mine && caller.Holds(area.Path, ConvenorRights.Branch), x.Version));
    }
}
