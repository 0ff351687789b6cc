using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>How a concern was clarified.</summary>
/// <param name="Words">Null for an interview, whose record few may read.</param>
public sealed record ClarificationView(ClarificationKind Kind, string? Words, Guid? InterviewId, Guid By, DateTimeOffset At);

/// <summary>Where a later version answers it, and how.</summary>
public sealed record AnsweredView(int VersionNumber, string How);

/// <summary>A line of the ledger: who said what, by which way, and what became of it.</summary>
/// <param name="Stakeholder">The party, or the name, where it is one of those named.</param>
/// <param name="Changes">How often the person answered this round before.</param>
/// <param name="Concern">Null where nothing is objected to.</param>
/// <param name="NeedsDisposition">Something was said that is not dealt with yet.</param>
public sealed record OpinionView(
    Guid Id, Guid PlanId, string PlanTitle, int RoundNumber, int VersionNumber, Guid PersonId, string? Stakeholder, Stand Stand, string? Text, AnswerChannel Channel,
    DateTimeOffset At, int Changes, ConcernState? Concern, bool NeedsDisposition, Disposition? Disposition, string? Reason, Guid? DisposedBy, DateTimeOffset? DisposedAt,
    IReadOnlyList<ClarificationView> Clarifications, IReadOnlyList<AnsweredView> AnsweredIn, int Version);

/// <summary>Making lines of a ledger.</summary>
internal static class OpinionViews
{
    public static IQueryable<OpinionView> Views(this IQueryable<Opinion> rows, MeetingsDb db) => rows.Select(x => new OpinionView(
        x.Id, x.PlanId, db.Plans.Single(p => p.Id == x.PlanId).Title, x.RoundNumber, x.VersionNumber, x.PersonId,
        db.Set<Stakeholder>().Where(s => s.PlanId == x.PlanId && s.PersonId == x.PersonId).Select(s => s.Party ?? s.Name).FirstOrDefault(),
        x.Stand, x.Text, x.Channel, x.At, x.Turn - 1, x.Concern,
        x.Text != null && x.Disposition == null && x.Concern != ConcernState.Withdrawn, x.Disposition, x.Reason, x.DisposedBy, x.DisposedAt,
        x.Clarifications.OrderBy(c => c.Id).Select(c => new ClarificationView(c.Kind, c.Words, c.InterviewId, c.By, c.At)).ToList(),
        db.Set<VersionAnswer>().Where(a => a.OpinionId == x.Id)
            .Join(db.Set<PlanVersion>(), a => a.VersionId, v => v.Id, (a, v) => new { a.How, v.Number }).OrderBy(a => a.Number)
            .Select(a => new AnsweredView(a.Number, a.How)).ToList(),
        x.Version));

    /// <summary>Something was said, and not dealt with.</summary>
    public static IQueryable<Opinion> Undisposed(this IQueryable<Opinion> rows) =>
        rows.Where(x => x.Text != null && x.Disposition == null && x.Concern != ConcernState.Withdrawn);
}
