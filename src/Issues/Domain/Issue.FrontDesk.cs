using Platform.Contracts;
using Platform.Contracts.Issues.V1;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Domain;

/// <content>From submission to triage, and the ways out before anybody works on it.</content>
public sealed partial class Issue
{
    public Fact Accept(Actor by, DateTimeOffset now)
    {
        Move(IssueStatus.Accepted, IssueAct.Accepted, by, now);
        return new IssueAccepted();
    }

    public Fact Decline(Actor by, string reason, DateTimeOffset now)
    {
        Move(IssueStatus.Declined, IssueAct.Declined, by, now, reason);
        (DeclinedById, AppealPending) = (by.Id, false);
        return new IssueDeclined();
    }

    /// <summary>Once in an issue's life.</summary>
    public Fact Appeal(Actor by, string words, DateTimeOffset now)
    {
        DemandAuthor(by);
        Demand(IssueStatus.Declined, IssueStatus.Submitted);
        if (Appealed) throw new RefusedException(IssueRefusals.AppealedAlready);
        (Appealed, AppealPending) = (true, true);
        Note(IssueAct.Appealed, by, now, words);
        return new IssueAppealed();
    }

    /// <summary>By another person than the one who declined.</summary>
    public Fact DecideAppeal(Actor by, bool uphold, string words, DateTimeOffset now)
    {
        if (!AppealPending) throw new RefusedException(IssueRefusals.NotAppealed);
        if (by.Id == DeclinedById) throw new RefusedException(IssueRefusals.SamePersonDecides);
        AppealPending = false;
        if (uphold) Note(IssueAct.AppealUpheld, by, now, words);
        else Move(IssueStatus.Submitted, IssueAct.AppealGranted, by, now, words);
        return new IssueAppealDecided { Upheld = uphold };
    }

    public Fact Withdraw(Actor by, string? words, DateTimeOffset now)
    {
        DemandAuthor(by);
        Move(IssueStatus.Withdrawn, IssueAct.Withdrawn, by, now, words);
        return new IssueWithdrawn();
    }

    /// <param name="by">Who decides.</param>
    /// <param name="scale">How large the matter is.</param>
    /// <param name="deliberation">The area whose body is to deliberate it.</param>
    /// <param name="fastLane">No deliberation needed: staff give the actions themselves.</param>
    /// <param name="reason">Why so; needed where it is decided otherwise than the rules propose.</param>
    /// <param name="proposed">What the street's rules propose.</param>
    /// <param name="now">When.</param>
    /// <param name="kind">By which class's deadline; unless told, the proposed one where the scale is as proposed.</param>
    public Fact Triage(
        Actor by, Scale scale, Place deliberation, bool fastLane, string? reason, TriageProposal proposed, DateTimeOffset now, HandlingClass? kind = null)
    {
        var decision = new TriageDecision(
            Id, proposed, scale, kind ?? (scale == proposed.Scale && !fastLane ? proposed.Class : Deadlines.ClassOf(scale, fastLane)), fastLane, reason, by, now);
        // Anew where it waits already: after a return, or because more is known now.
        if (Status is not IssueStatus.Triaged) Demand(IssueStatus.Accepted, IssueStatus.Triaged);
        if (decision.Differed && string.IsNullOrWhiteSpace(reason)) throw new RefusedException(IssueRefusals.OtherThanProposed.With(proposed.Scale, proposed.Class));
        if (Status is IssueStatus.Triaged) Note(IssueAct.Triaged, by, now, reason);
        else Move(IssueStatus.Triaged, IssueAct.Triaged, by, now, reason);

        _triages.Add(decision);
        (Scale, FastLane, DeliberationAreaId, DeliberationLevel) = (scale, fastLane, deliberation.Id, deliberation.Level);
        TimeByClass(decision.Class);
        return new IssueTriaged
        {
            Scale = scale, AreaId = AreaId, DeliberationAreaId = deliberation.Id, DeliberationLevel = deliberation.Level, FastLane = fastLane,
            RuleVersion = proposed.Version, Differed = decision.Differed,
        };
    }

    public Fact AssignTo(Guid handler, Actor by, DateTimeOffset now)
    {
        if (HasEnded) throw new RefusedException(IssueRefusals.NotInAction);
        HandlerId = handler;
        Note(IssueAct.HandlerAssigned, by, now);
        return new IssueAssigned { HandlerId = handler };
    }

    /// <summary>
    /// Goes on in another issue, which must be open, at least as far (so that what a meeting made of this one finds its state there), and is
    /// touched too: of two that are merged into each other at once, one is refused.
    /// </summary>
    public Fact MergeInto(Issue other, Actor by, string? words, DateTimeOffset now)
    {
        if (other.Id == Id) throw new RefusedException(IssueRefusals.MergesIntoItself);
        if (other.HasEnded) throw new RefusedException(IssueRefusals.MergeTargetEnded);
        if (Rank(Status) > Rank(other.Status)) throw new RefusedException(IssueRefusals.MergeTheOtherWay);
        var before = Status;
        Move(IssueStatus.Merged, IssueAct.Merged, by, now, words, other.ReceiptNumber);
        (StatusBefore, MergedIntoId) = (before, other.Id);
        other.Note(IssueAct.TookIn, by, now, words, ReceiptNumber);
        return Said(other);
    }

    /// <summary>The issue that this one was merged into is itself merged: all go on in the last one, so that the way there is one step.</summary>
    public Fact FollowInto(Issue other, Actor by, DateTimeOffset now)
    {
        MergedIntoId = other.Id;
        Note(IssueAct.Merged, by, now, about: other.ReceiptNumber);
        other.Note(IssueAct.TookIn, by, now, about: ReceiptNumber);
        return Said(other);
    }

    /// <summary>Back to where it was; until the other is closed.</summary>
    public Fact UnmergeFrom(Issue other, Actor by, string? words, DateTimeOffset now)
    {
        if (Status != IssueStatus.Merged || MergedIntoId != other.Id) throw new RefusedException(IssueRefusals.NotMerged);
        if (other.Status is IssueStatus.Closed) throw new RefusedException(IssueRefusals.UnmergedTooLate);
        Move(StatusBefore!.Value, IssueAct.Unmerged, by, now, words, other.ReceiptNumber);
        (MergedIntoId, StatusBefore) = (null, null);
        other.Note(IssueAct.LetGo, by, now, words, ReceiptNumber);
        return new IssueUnmerged { FromId = other.Id };
    }

    private static IssueMerged Said(Issue other) => new() { IntoId = other.Id, IntoReceiptNumber = other.ReceiptNumber };

    private static int Rank(IssueStatus status) =>
        status switch { IssueStatus.Submitted => 0, IssueStatus.Accepted => 1, _ => 2 };
}
