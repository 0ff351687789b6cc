using Microsoft.EntityFrameworkCore;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>That whoever chairs or convened a meeting, or is about to, has no training, and something on its agenda asks for it.</summary>
/// <param name="PersonId">Whom it is about.</param>
/// <param name="Because">Never trained, or the certificate was revoked.</param>
public sealed record ConvenorUntrained(Guid PersonId, UntrainedBecause Because)
{
    /// <summary>Of a meeting that nobody has convened yet: whether the reader may, and would be flagged.</summary>
    internal static async Task<ConvenorUntrained?> Of(MeetingsDb db, Meeting meeting, Guid? reader, DateOnly today, CancellationToken ct)
    {
        if ((meeting.ChairId ?? meeting.ConvenedById ?? reader) is not { } person) return null;
        var issues = meeting.Items.Where(x => x.Outcome is not Outcome.Left).Select(x => x.IssueId).OfType<Guid>().ToList();
        var scales = await db.InboxIssues.Where(x => issues.Contains(x.Id)).Select(x => x.Scale).ToListAsync(ct);
        return Training.Untrained(person, scales, await db.CertificatesOf([person], ct), today) is { } because ? new ConvenorUntrained(person, because) : null;
    }
}

/// <summary>What the certificates of these people are.</summary>
internal static class CertificatesOfPeople
{
    public static Task<List<Certificate>> CertificatesOf(this MeetingsDb db, IReadOnlyCollection<Guid> people, CancellationToken ct) =>
        db.Certificates.AsNoTracking().Where(x => people.Contains(x.PersonId)).ToListAsync(ct);
}
