using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>What somebody answers: 满意, 可接受, or 不满意点.</summary>
public enum Stand { Satisfied, CanLiveWith, Objection }

/// <summary>By which way an answer came: by the person online, or typed in by staff from the room or from paper.</summary>
public enum AnswerChannel { Online, Room, Paper }

/// <summary>How far a concern is. Clarified by a visit, an interview or a reply; then resolved, standing, or taken back by whoever has it.</summary>
public enum ConcernState { Open, Clarified, Resolved, Standing, Withdrawn }

/// <summary>What is done with an opinion: 采纳, 部分采纳, 不采纳.</summary>
public enum Disposition { Adopted, Partly, NotAdopted }

/// <summary>
/// What one person says in one round, by whichever way: a line of the ledger 意见台账. One a person and round; a later answer takes the place of the
/// earlier, which its turns keep. Objecting makes it a concern.
/// </summary>
public sealed class Opinion : Aggregate
{
    private readonly List<Clarification> _clarifications = [];

    private Opinion() { }

    public Opinion(Plan plan, PlanRound round, Guid personId) =>
        (PlanId, RoundId, RoundNumber, VersionNumber, PersonId) = (plan.Id, round.Id, round.Number, round.VersionNumber, personId);

    public Guid PlanId { get; private init; }
    public Guid RoundId { get; private init; }
    public int RoundNumber { get; private init; }
    public int VersionNumber { get; private init; }
    public Guid PersonId { get; private init; }

    public Stand Stand { get; private set; }
    public string? Text { get; private set; }
    public AnswerChannel Channel { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The how-manieth answer of this person in this round it is.</summary>
    public int Turn { get; private set; }

    /// <summary>Null where nothing is objected to.</summary>
    public ConcernState? Concern { get; private set; }

    public Disposition? Disposition { get; private set; }

    /// <summary>Why it is taken up in part, or not; its author reads it.</summary>
    public string? Reason { get; private set; }

    public Guid? DisposedBy { get; private set; }
    public DateTimeOffset? DisposedAt { get; private set; }
    public IReadOnlyList<Clarification> Clarifications => _clarifications;

    /// <summary>What counts at the gate: whoever took an objection back can live with it.</summary>
    public Stand Holds => Concern is ConcernState.Withdrawn ? Stand.CanLiveWith : Stand;

    /// <summary>Something was said that staff have to deal with. A concern that was taken back asks for nothing any more.</summary>
    public bool NeedsDisposition => Text is not null && Disposition is null && Concern is not ConcernState.Withdrawn;

    /// <summary>The person answers, or answers anew; whichever way it comes, the last counts.</summary>
    /// <exception cref="RefusedException">An objection without words.</exception>
    public OpinionTurn Say(Stand stand, string? text, AnswerChannel channel, Guid by, DateTimeOffset now)
    {
        text = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        if (stand is Stand.Objection && text is null) throw new RefusedException(PlanRefusals.NoWords);
        (Stand, Text, Channel, At, Turn) = (stand, text, channel, now, Turn + 1);
        Concern = stand is Stand.Objection ? ConcernState.Open : null;
        return new OpinionTurn(Id, Turn, stand, text, channel, by, now);
    }

    /// <summary>Staff took it up, in part, or not. It may be reconsidered; the last word counts.</summary>
    /// <exception cref="RefusedException">Nothing was said, it may still change, or there is no reason where one is owed.</exception>
    public void DisposeOf(PlanRound round, Disposition disposition, string? reason, Guid by, DateTimeOffset now)
    {
        if (Text is null) throw new RefusedException(PlanRefusals.NothingSaid);
        if (round.IsOpen(now)) throw new RefusedException(PlanRefusals.RoundIsOpen);
        if (disposition is not Domain.Disposition.Adopted && string.IsNullOrWhiteSpace(reason)) throw new RefusedException(PlanRefusals.NoReason);
        (Disposition, Reason, DisposedBy, DisposedAt) = (disposition, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), by, now);
    }

    /// <summary>What was unclear was talked over with whoever has the concern.</summary>
    /// <exception cref="RefusedException">It is no concern, or was taken back.</exception>
    public Clarification Clarify(ClarificationKind kind, string? words, Guid? interviewId, Guid by, DateTimeOffset now)
    {
        if (Concern is null or ConcernState.Withdrawn) throw new RefusedException(PlanRefusals.NotAConcern);
        Concern = ConcernState.Clarified;
        var clarification = new Clarification(Id, kind, words, interviewId, by, now);
        _clarifications.Add(clarification);
        return clarification;
    }

    /// <summary>After a clarification staff write down whether it is resolved or stands. The gate asks its author alone.</summary>
    /// <exception cref="RefusedException">It was not clarified.</exception>
    public void Settle(bool resolved)
    {
        DemandClarified();
        Concern = resolved ? ConcernState.Resolved : ConcernState.Standing;
    }

    /// <summary>Its author takes it back after a clarification.</summary>
    /// <exception cref="RefusedException">It was not clarified.</exception>
    public void Withdraw()
    {
        DemandClarified();
        Concern = ConcernState.Withdrawn;
    }

    /// <summary>The words go; that somebody answered stays.</summary>
    public void Forget() => Text = Text is null ? null : "";

    private void DemandClarified()
    {
        if (Concern is not (ConcernState.Clarified or ConcernState.Resolved or ConcernState.Standing)) throw new RefusedException(PlanRefusals.NotClarified);
    }
}
