using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>How a candidate was found: 走访问贤, 自荐, 他人引荐.</summary>
public enum CandidateSource { Visit, SelfNomination, Recommendation }

/// <summary>Where a candidacy is in its life.</summary>
public enum CandidateState { Proposed, Vetted, Accepted, Rejected, Publicised, Appointed, Renewed, Ended, Withdrawn }

/// <summary>Who is proposed, and how they were found.</summary>
/// <param name="PersonId">Their account; none for somebody who has none yet.</param>
/// <param name="Phone">Encrypted; for whoever has no account.</param>
/// <param name="Referee">Who recommends them.</param>
/// <param name="ShowsName">Whether they agreed that the public notice shows their whole name.</param>
public sealed record Proposal(CandidateSource Source, Guid? PersonId, string Name, string? Phone, string? Referee, bool ShowsName, string Words);

/// <summary>
/// Somebody who may become convenor 召集人 of a body: found, looked at, decided on by the party branch, publicised, appointed for a term. The
/// life is here; what is gathered in Candidate.Gathering.cs, the notice in Candidate.Notice.cs, terms in Candidate.Terms.cs.
/// </summary>
public sealed partial class Candidate : Aggregate
{
    // The whole life of a candidacy. A move that is not written here does not exist.
    internal static readonly IReadOnlyDictionary<CandidateState, CandidateState[]> Moves = new Dictionary<CandidateState, CandidateState[]>
    {
        [CandidateState.Proposed] = [CandidateState.Vetted, CandidateState.Withdrawn],
        [CandidateState.Vetted] = [CandidateState.Accepted, CandidateState.Rejected, CandidateState.Withdrawn],
        [CandidateState.Accepted] = [CandidateState.Publicised, CandidateState.Withdrawn],
        // After an objection that was upheld the branch decides once more.
        [CandidateState.Publicised] = [CandidateState.Appointed, CandidateState.Rejected, CandidateState.Withdrawn],
        [CandidateState.Appointed] = [CandidateState.Renewed, CandidateState.Ended],
        [CandidateState.Renewed] = [CandidateState.Renewed, CandidateState.Ended],
        [CandidateState.Rejected] = [],
        [CandidateState.Ended] = [],
        [CandidateState.Withdrawn] = [],
    };

    private Candidate() { }

    public Guid BodyId { get; private init; }
    public Guid AreaId { get; private init; }
    public CandidateSource Source { get; private init; }
    public Guid? PersonId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Encrypted as everywhere; null where the account is known, which has its own.</summary>
    public string? Phone { get; private set; }

    public string? Referee { get; private set; }
    public bool ShowsName { get; private set; }

    /// <summary>Why this person: the proposer's words, or their own.</summary>
    public string Words { get; private set; } = "";

    public Guid ProposedById { get; private init; }
    public DateTimeOffset ProposedAt { get; private init; }
    public CandidateState State { get; private set; }
    public DateTimeOffset? VettedAt { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public Guid? DecidedById { get; private set; }

    /// <summary>The branch's reason, whichever way it decided.</summary>
    public string? DecisionReason { get; private set; }

    /// <summary>Which meeting of the branch decided, and what its minutes say.</summary>
    public string? DecisionMinutes { get; private set; }

    /// <summary>Why it was withdrawn, or the term ended early.</summary>
    public string? EndReason { get; private set; }

    /// <summary>Counts acts on what hangs on it, so that they are changes of the candidacy.</summary>
    public int Changes { get; private set; }

    /// <exception cref="RefusedException">A recommendation without a referee, or somebody whom nobody could reach.</exception>
    public static Candidate Propose(Body body, Proposal proposal, Guid by, DateTimeOffset now)
    {
        if (proposal is { Source: CandidateSource.Recommendation, Referee: null }) throw new RefusedException(ConvenorRefusals.NoReferee);
        if (proposal is { PersonId: null, Phone: null }) throw new RefusedException(ConvenorRefusals.Unreachable);
        return new Candidate
        {
            BodyId = body.Id, AreaId = body.AreaId, Source = proposal.Source, PersonId = proposal.PersonId, Name = proposal.Name, Phone = proposal.Phone,
            Referee = proposal.Referee, ShowsName = proposal.ShowsName, Words = proposal.Words, ProposedById = by, ProposedAt = now,
        };
    }

    /// <summary>The account of somebody who was proposed without one.</summary>
    /// <exception cref="RefusedException">It is whoever decided or acts on it: nobody decides about themselves.</exception>
    public void Identify(Guid personId, Guid by)
    {
        if (personId == DecidedById || personId == by || _objections.Any(x => x.AnsweredById == personId)) throw new RefusedException(ConvenorRefusals.NotYourself);
        if (PersonId is not null && PersonId != personId) throw new RefusedException(ConvenorRefusals.KnownAlready);
        (PersonId, Phone) = (personId, null);
    }

    /// <summary>Looked at, on what was gathered.</summary>
    /// <exception cref="RefusedException">Nothing was gathered, or it is oneself.</exception>
    public void Vet(Guid by, DateTimeOffset now)
    {
        DemandNotSelf(by);
        if (_visits.Count == 0 && _statements.Count == 0) throw new RefusedException(ConvenorRefusals.NothingGathered);
        Move(CandidateState.Vetted);
        VettedAt = now;
    }

    /// <summary>The party branch's decision. Rejecting somebody whose notice runs takes an objection that was upheld.</summary>
    /// <exception cref="RefusedException">About oneself, or not to be decided now.</exception>
    public void Decide(bool accept, string reason, string minutes, Guid by, DateTimeOffset now)
    {
        DemandNotSelf(by);
        if (State is CandidateState.Publicised && !_objections.Any(x => x.Upheld is true)) throw new RefusedException(ConvenorRefusals.CannotMove(State, CandidateState.Rejected));
        Move(accept ? CandidateState.Accepted : CandidateState.Rejected);
        (DecidedAt, DecidedById, DecisionReason, DecisionMinutes) = (now, by, reason, minutes);
    }

    /// <summary>Whether the branch, or the notice, is still before them.</summary>
    public bool MayWithdraw => Moves[State].Contains(CandidateState.Withdrawn);

    /// <summary>It goes no further, by the candidate's wish.</summary>
    public void Withdraw(string reason)
    {
        Move(CandidateState.Withdrawn);
        EndReason = reason;
    }

    private void DemandNotSelf(Guid by)
    {
        if (by == PersonId) throw new RefusedException(ConvenorRefusals.NotYourself);
    }

    private void Move(CandidateState to) =>
        State = Moves[State].Contains(to) ? to : throw new RefusedException(ConvenorRefusals.CannotMove(State, to));
}
