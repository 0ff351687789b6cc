using Microsoft.EntityFrameworkCore;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>What an erased person leaves in candidacies, on the roster and in training: that somebody was there, and no name or word of theirs.</summary>
internal static class ForgetPeople
{
    public static async Task ForgetConvenor(this MeetingsDb db, Guid person, DateOnly today, CancellationToken ct)
    {
        foreach (var id in await db.Candidates.Where(x => x.PersonId == person).Select(x => x.Id).ToListAsync(ct))
        {
            var candidate = await db.Candidate(id, ct);
            if (candidate.MayWithdraw) candidate.Withdraw("");
            else if (candidate.State is CandidateState.Appointed or CandidateState.Renewed) await db.End(candidate, today, "", ct);
            candidate.Forget();
        }

        foreach (var id in await db.Candidates.Where(x => x.Statements.Any(s => s.SpeakerId == person) || x.Objections.Any(o => o.ObjectorId == person)).Select(x => x.Id).ToListAsync(ct))
            (await db.Candidate(id, ct)).ForgetWordsOf(person);
        foreach (var entry in await db.Roster.Where(x => x.PersonId == person).ToListAsync(ct)) entry.Forget(today);
        foreach (var id in await db.Workshops.Where(x => x.Sessions.Any(s => s.Places.Any(p => p.PersonId == person))).Select(x => x.Id).ToListAsync(ct))
            (await db.Workshop(id, ct)).Forget(person);
        foreach (var certificate in await db.Certificates.Where(x => x.PersonId == person).ToListAsync(ct)) certificate.Forget();
    }
}
