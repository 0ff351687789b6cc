using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>A vote as the caller has it before them: what it asks, whether they may cast now and else why not, and what they said until now.</summary>
public static class GetMyBallot
{
    /// <param name="Title">The item's; null while Issues does not tell.</param>
    /// <param name="MayCast">Whether a ballot would be taken now.</param>
    /// <param name="WhyNot">Else the reason, as a refusal's code.</param>
    /// <param name="Reason">The same in the reader's language.</param>
    /// <param name="Voted">Whether the caller has voted.</param>
    /// <param name="Way">How: a ballot on paper can no longer be changed.</param>
    /// <param name="Choice">What they said; null in a secret vote, where only a receipt finds it (FindBallot).</param>
    /// <param name="Units">In an owners' vote, the units that the ballot stands for.</param>
    /// <param name="Area">Their floor area, in hundredths of a square metre.</param>
    public sealed record View(
        Guid MeetingId, string BodyName, Guid ItemId, string? Title, string? Text, VoteView Vote, bool MayCast, string? WhyNot, string? Reason,
        bool Voted, BallotWay? Way, DateTimeOffset? VotedAt, Choice? Choice, IReadOnlyList<int> Ranking, IReadOnlyList<string> Units, long Area);

    public static async Task<Ok<View>> Handle(
        Guid id, Guid voteId, MeetingsDb db, Caller caller, IssueTexts texts, RefusalTexts words, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Meeting(id, ct);
        var (vote, item, me, now) = (meeting.Vote(voteId), meeting.ItemOf(voteId), caller.Me, clock.GetUtcNow());
        var owner = await db.OwnerOf(vote, me, ct);
        var last = await db.LastBallot(vote, owner?.Id ?? me, ct);
        var mark = await db.VoterMarks.AsNoTracking().SingleOrDefaultAsync(x => x.VoteId == voteId && x.PersonId == me, ct);
        // The vote itself is asked, with a ballot that goes nowhere.
        var whyNot = Refused(() => _ = vote.Method is VoteMethod.Owners
            ? vote.CastAsOwner(owner ?? throw new RefusedException(VoteRefusals.NotAnOwner), last, Marking.Of(Domain.Choice.Abstain), now, me)
            : vote.Cast(meeting.DemandOnRoll(me), meeting.Bars(voteId, me), Marking.Of(Domain.Choice.Abstain), 0, now, me));
        var issue = item.IssueId is { } issueId ? (await texts.Of([issueId], ct)).GetValueOrDefault(issueId) : null;
        var body = await db.Bodies.Where(x => x.Id == meeting.BodyId).Select(x => x.Name).SingleAsync(ct);
        return TypedResults.Ok(new View(
            id, body, item.Id, item.Title ?? issue?.Title, item.Text ?? issue?.Text, VoteView.Of(vote, 0), whyNot is null, whyNot?.Code, whyNot is null ? null : words.Of(whyNot),
            last is not null || mark is not null, last?.Way ?? mark?.Way, last?.At ?? mark?.At, last?.Choice, last?.Ranking ?? [],
            owner is null ? [] : [.. owner.Units.Select(x => x.Label).Order(StringComparer.Ordinal)], owner?.Area ?? 0));
    }

    private static Refusal? Refused(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (RefusedException e)
        {
            return e.Refusal;
        }
    }
}
