using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Candidates of the reader's areas, the latest first.</summary>
public static class ListCandidates
{
    /// <param name="NoticeTo">The last day of the public notice.</param>
    /// <param name="TermTo">The last day of the last term.</param>
    /// <param name="Unanswered">Objections that nobody has answered.</param>
    public sealed record View(
        Guid Id, Guid BodyId, string BodyName, Guid AreaId, string AreaName, string Name, CandidateSource Source, CandidateState State,
        DateTimeOffset ProposedAt, DateTimeOffset? DecidedAt, DateOnly? NoticeTo, DateOnly? TermTo, int Unanswered);

    public static async Task<Ok<Page<View>>> Handle(
        [AsParameters] CandidateFilter filter, [AsParameters] PageQuery page, MeetingsDb db, Caller caller, CancellationToken ct) =>
        TypedResults.Ok(await (await filter.Of(db, caller, ct)).NewestFirst(page, x => new View(
            x.Id, x.BodyId, db.Bodies.Single(b => b.Id == x.BodyId).Name, x.AreaId, db.Areas.Single(a => a.Id == x.AreaId).Name, x.Name, x.Source, x.State,
            x.ProposedAt, x.DecidedAt, x.NoticeTo, x.Terms.Max(t => (DateOnly?)t.To), x.Objections.Count(o => o.Upheld == null)), x => x.Id, ct));
}

/// <summary>Which candidates: what the list shows and the numbers count.</summary>
/// <param name="Body">Only this body's.</param>
/// <param name="Area">Only those of this area and of those in it.</param>
/// <param name="Source">Only those found so.</param>
/// <param name="State">Only those in this state.</param>
/// <param name="From">Only those proposed at this instant or later.</param>
/// <param name="To">Only those proposed before this instant.</param>
/// <param name="Decided">Only those that the branch has decided on, or has not.</param>
public sealed record CandidateFilter(
    Guid? Body, Guid? Area, CandidateSource? Source, CandidateState? State, DateTimeOffset? From, DateTimeOffset? To, bool? Decided)
{
    internal async Task<IQueryable<Candidate>> Of(MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var areas = await db.AreasWithin(caller, Rights.Readers, Area, ct);
        var (since, until) = (From?.ToUniversalTime(), To?.ToUniversalTime());
        return db.Candidates.Where(x => areas.Contains(x.AreaId) && (Body == null || x.BodyId == Body) && (Source == null || x.Source == Source)
            && (State == null || x.State == State) && (since == null || x.ProposedAt >= since) && (until == null || x.ProposedAt < until)
            && (Decided == null || x.DecidedAt != null == Decided));
    }
}
