using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <content>Appointed for a term, again for another, and the end.</content>
public sealed partial class Candidate
{
    private readonly List<ConvenorTerm> _terms = [];

    public IReadOnlyList<ConvenorTerm> Terms => _terms;

    public bool ServesOn(DateOnly day) => State is CandidateState.Appointed or CandidateState.Renewed && _terms.Any(x => x.From <= day && day <= x.To);

    /// <summary>The first day of another term: after the last one, and not before today.</summary>
    public DateOnly NextTerm(DateOnly today) => _terms.Select(x => x.To.AddDays(1)).Append(today).Max();

    /// <exception cref="RefusedException">The notice runs, an objection is not answered or was upheld, nobody knows the account, or it is oneself.</exception>
    public ConvenorTerm Appoint(DateOnly from, DateOnly to, Guid by, DateOnly today)
    {
        DemandNotSelf(by);
        if (!Moves[State].Contains(CandidateState.Appointed)) throw new RefusedException(ConvenorRefusals.CannotMove(State, CandidateState.Appointed));
        DemandNoticeOver(today);
        if (PersonId is null) throw new RefusedException(ConvenorRefusals.NoAccount);
        if (from <= NoticeTo) throw new RefusedException(ConvenorRefusals.NoticeRuns.With(NoticeTo!));
        return Begin(CandidateState.Appointed, from, to);
    }

    /// <summary>Another term, after the last one.</summary>
    /// <exception cref="RefusedException">It begins within the last one; the person is not appointed; or it is oneself.</exception>
    public ConvenorTerm Renew(DateOnly from, DateOnly to, Guid by)
    {
        DemandNotSelf(by);
        if (_terms.Any(x => from <= x.To)) throw new RefusedException(ConvenorRefusals.TermsOverlap);
        return Begin(CandidateState.Renewed, from, to);
    }

    /// <summary>It ends before its time.</summary>
    /// <returns>The terms that are cut short.</returns>
    public IReadOnlyList<ConvenorTerm> End(DateOnly lastDay, string reason)
    {
        Move(CandidateState.Ended);
        EndReason = reason;
        var cut = _terms.Where(x => x.To > lastDay).ToList();
        foreach (var term in cut) term.EndOn(lastDay);
        return cut;
    }

    private ConvenorTerm Begin(CandidateState state, DateOnly from, DateOnly to)
    {
        if (to < from) throw new RefusedException(ConvenorRefusals.TermEndsFirst);
        Move(state);
        var term = new ConvenorTerm(from, to);
        _terms.Add(term);
        Changes++;
        return term;
    }
}

/// <summary>A term 任期, both days included. A last day before the first means that it never began.</summary>
public sealed class ConvenorTerm : TenantRow
{
    private ConvenorTerm() { }

    internal ConvenorTerm(DateOnly from, DateOnly to) => (From, To) = (from, to);

    public Guid CandidateId { get; private init; }
    public DateOnly From { get; private init; }
    public DateOnly To { get; private set; }

    internal void EndOn(DateOnly lastDay) => To = lastDay;
}
