using Platform.Contracts;
using Platform.Contracts.Issues.V1;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Domain;

/// <content>What its author says of the result: asked once, for seven days; and what becomes of it then.</content>
public sealed partial class Issue
{
    /// <summary>How often its author may have it worked on again before it goes one level up.</summary>
    public const int ReopenedAtMost = 2;

    private static readonly TimeSpan TimeToRate = TimeSpan.FromDays(7);

    /// <param name="by">One of its authors.</param>
    /// <param name="score">4 and 5 close, 3 closes as neither, 1 and 2 reopen it; the third time it goes one level up instead.</param>
    /// <param name="words">A sentence; 1 and 2 need it, since whoever works on it again must know what is wrong.</param>
    /// <param name="above">One level above the one that settled it.</param>
    /// <param name="now">When.</param>
    /// <param name="alsoAuthors">Whose issues were merged into this one. The first of all its authors who rates does so for all.</param>
    public IEnumerable<Fact> Rate(Actor by, int score, string? words, Place above, DateTimeOffset now, IReadOnlyCollection<Guid>? alsoAuthors = null)
    {
        if (alsoAuthors?.Contains(by.Id!.Value) is not true) DemandAuthor(by);
        return Rated(IssueAct.Rated, by, score, words, above, now);
    }

    /// <summary>回访: an author who does not use a phone is asked by one of the staff, who neither handled it nor did any of it.</summary>
    public IEnumerable<Fact> RateByCall(Actor by, int score, string words, Place above, DateTimeOffset now)
    {
        Demand(IssueStatus.AwaitingRating, IssueStatus.Closed);
        if (HasDone(by)) throw new RefusedException(IssueRefusals.HandlerCannotRate);
        return Rated(IssueAct.RatedByCall, by, score, words, above, now);
    }

    /// <summary>Nobody rated in time.</summary>
    public IEnumerable<Fact> CloseUnanswered(DateTimeOffset now) =>
        Status is IssueStatus.AwaitingRating && RateBy <= now ? [Close(Contracts.Issues.V1.ClosedBecause.NoAnswer, Actor.Platform, now)] : [];

    private List<Fact> Rated(IssueAct act, Actor by, int score, string? words, Place above, DateTimeOffset now)
    {
        Demand(IssueStatus.AwaitingRating, IssueStatus.Closed);
        if (score < 3 && string.IsNullOrWhiteSpace(words)) throw new RefusedException(IssueRefusals.NeedsReason);
        (Score, RateBy) = (score, null);
        Note(act, by, now, words, $"{score}");
        var rated = new IssueRated { Score = score, ByCall = act is IssueAct.RatedByCall ? true : null };
        if (score >= 3)
            return [rated, Close(score > 3 ? Contracts.Issues.V1.ClosedBecause.Satisfied : Contracts.Issues.V1.ClosedBecause.Neither, by, now)];
        if (Reopened == ReopenedAtMost)
        {
            Move(IssueStatus.Triaged, IssueAct.Escalated, by, now, words);
            return [rated, GoUpTo(above)];
        }

        Move(IssueStatus.InAction, IssueAct.Reopened, by, now, words);
        return [rated, new IssueReopened { Times = ++Reopened }];
    }

    private IssueClosed Close(ClosedBecause because, Actor by, DateTimeOffset now)
    {
        Move(IssueStatus.Closed, IssueAct.Closed, by, now);
        (ClosedBecause, RateBy) = (because, null);
        return new IssueClosed { Because = because };
    }
}
