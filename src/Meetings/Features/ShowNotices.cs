using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Candidates whose notice runs, for everybody: the name as they agreed, the body, until when one may object. No word of what was gathered.</summary>
public static class ShowNotices
{
    /// <param name="Name">Whole where the candidate agreed, else 王**.</param>
    /// <param name="Words">Why this person, as it was proposed, without phone numbers; null where the name is not shown.</param>
    public sealed record View(Guid Id, string Name, Guid BodyId, string BodyName, string AreaName, CandidateSource Source, string? Words, DateOnly NoticeFrom, DateOnly NoticeTo);

    public static async Task<Ok<Page<View>>> List(string street, [AsParameters] PageQuery page, MeetingsDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = await db.Today(clock, ct);
        var rows = await db.Candidates.Where(x => x.State == CandidateState.Publicised && x.NoticeTo >= today).NewestFirst(page, x => new Row(
            x, db.Bodies.Single(b => b.Id == x.BodyId).Name, db.Areas.Single(a => a.Id == x.AreaId).Name), x => x.Candidate.Id, ct);
        return TypedResults.Ok(new Page<View>([.. rows.Items.Select(ViewOf)], rows.Next));
    }

    public static async Task<Ok<View>> Handle(string street, Guid id, MeetingsDb db, TimeProvider clock, CancellationToken ct)
    {
        var candidate = await db.Find<Candidate>(id, ct);
        if (!candidate.NoticeRunsOn(await db.Today(clock, ct))) throw new RefusedException(KernelRefusals.NotFound);
        return TypedResults.Ok(ViewOf(new Row(candidate, (await db.Find<Body>(candidate.BodyId, ct)).Name, (await db.Area(candidate.AreaId, ct)).Name)));
    }

    private sealed record Row(Candidate Candidate, string BodyName, string AreaName);

    private static View ViewOf(Row x) => new(
        x.Candidate.Id, x.Candidate.PublicName, x.Candidate.BodyId, x.BodyName, x.AreaName, x.Candidate.Source,
        x.Candidate.ShowsName ? Masking.MaskedIn(x.Candidate.Words) : null, x.Candidate.NoticeFrom!.Value, x.Candidate.NoticeTo!.Value);
}
