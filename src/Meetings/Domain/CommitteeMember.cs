using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>What kind of unit a part-time member comes from: one that has its seat in the area 驻地, or one that reported to it 双报到.</summary>
public enum UnitType { Stationed, DoubleRegistered }

/// <summary>Where a part-time member is. Serving is an approved one within their term: it begins and ends by the day, without an act.</summary>
public enum MemberState { Proposed, Approved, Serving, Ended, Declined }

/// <summary>Why a membership ended before its term.</summary>
public enum EndedBecause { UnitHeadChanged, Resigned, UnitLeft, ReElected, Other }

/// <summary>A term of a great party committee: formed 组建, in term 在任, and re-elected 换届 when the next begins.</summary>
public sealed class CommitteeTerm : TenantRow
{
    private CommitteeTerm() { }

    public Guid BodyId { get; private init; }
    public int Number { get; private init; }
    public DateOnly From { get; private init; }
    public DateOnly To { get; private set; }
    public string? Note { get; private init; }

    /// <summary>The next term; the one before ends on the day before, where it has not ended.</summary>
    /// <exception cref="RefusedException">409 committee.other-kind; 400 committee.bad-term: it ends before it begins, or begins before the one before it did.</exception>
    public static CommitteeTerm Form(Body body, CommitteeTerm? before, DateOnly from, DateOnly to, string? note)
    {
        if (body.Kind is not BodyKind.GreatPartyCommittee) throw new RefusedException(CommitteeRefusals.NoCommittee);
        if (to < from || before?.From >= from) throw new RefusedException(CommitteeRefusals.BadTerm);
        if (before?.To >= from) before.To = from.AddDays(-1);
        return new CommitteeTerm { BodyId = body.Id, Number = (before?.Number ?? 0) + 1, From = from, To = to, Note = note };
    }
}

/// <summary>Who is to be a part-time member, for whom and for how long.</summary>
public sealed record ProposedMember(Guid PersonId, string Name, string Unit, UnitType UnitType, string Duties, DateOnly? From, DateOnly? To);

/// <summary>
/// A part-time member 兼职委员 of a great party committee: a unit's head who sits in it for a term. Proposed by one, approved by the branch secretary as
/// another; then the seat is theirs for the term.
/// </summary>
public sealed class CommitteeMember : Aggregate
{
    private CommitteeMember() { }

    public Guid BodyId { get; private init; }
    public Guid AreaId { get; private init; }
    public Guid PersonId { get; private init; }
    public string Name { get; private set; } = "";
    public string Unit { get; private init; } = "";
    public UnitType UnitType { get; private init; }
    public string Duties { get; private init; } = "";
    public DateOnly From { get; private init; }
    public DateOnly To { get; private set; }
    public Guid ProposedBy { get; private init; }
    public DateTimeOffset ProposedAt { get; private init; }
    public Guid? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public EndedBecause? EndedBecause { get; private set; }

    /// <summary>Official words on the end, or on why not.</summary>
    public string? Reason { get; private set; }

    private bool Declined { get; set; }

    /// <exception cref="RefusedException">409 committee.no-term; 400 member.outside-term.</exception>
    public static CommitteeMember Propose(Body body, CommitteeTerm? term, ProposedMember who, Guid by, DateTimeOffset now, DateOnly today)
    {
        if (body.Kind is not BodyKind.GreatPartyCommittee) throw new RefusedException(CommitteeRefusals.NoCommittee);
        if (term is null) throw new RefusedException(CommitteeRefusals.NoTerm);
        var from = who.From ?? (term.From > today ? term.From : today);
        var to = who.To ?? term.To;
        if (from < term.From || to > term.To || to < from) throw new RefusedException(CommitteeRefusals.OutsideTerm);
        return new CommitteeMember
        {
            BodyId = body.Id, AreaId = body.AreaId, PersonId = who.PersonId, Name = who.Name, Unit = who.Unit, UnitType = who.UnitType, Duties = who.Duties,
            From = from, To = to, ProposedBy = by, ProposedAt = now,
        };
    }

    public MemberState StateOn(DateOnly today) =>
        Declined ? MemberState.Declined : DecidedAt is null ? MemberState.Proposed : To < today ? MemberState.Ended
        : From > today ? MemberState.Approved : MemberState.Serving;

    /// <summary>The branch secretary approves; the seat is theirs for the term.</summary>
    /// <exception cref="RefusedException">409 member.same-person: who proposed does not approve; member.cannot-move.</exception>
    public void Approve(Body body, Guid by, DateTimeOffset now, DateOnly today)
    {
        Decide(MemberState.Approved, by, now, today);
        body.Appoint(new Sitting(PersonId, Name, SeatClass.Branch, From, To), today);
    }

    /// <exception cref="RefusedException">409 member.same-person, member.cannot-move.</exception>
    public void Decline(string reason, Guid by, DateTimeOffset now, DateOnly today)
    {
        Decide(MemberState.Declined, by, now, today);
        (Declined, Reason) = (true, reason);
    }

    /// <summary>It ends yesterday: from today on the seat is nobody's.</summary>
    /// <exception cref="RefusedException">409 member.cannot-move: it was not approved, or has ended.</exception>
    public void End(Body body, EndedBecause because, string? reason, DateOnly today)
    {
        if (StateOn(today) is not (MemberState.Approved or MemberState.Serving) and var state) throw new RefusedException(CommitteeRefusals.CannotMove(state, MemberState.Ended));
        (EndedBecause, Reason, To) = (because, reason, today.AddDays(-1));
        body.Unseat(PersonId);
    }

    /// <summary>The committee is formed anew after this day: a term that reaches beyond it ends there.</summary>
    public void EndWithTerm(Body body, DateOnly lastDay, DateOnly today)
    {
        if (To <= lastDay || DecidedAt is null || Declined) return;
        (EndedBecause, To) = (Domain.EndedBecause.ReElected, lastDay);
        if (lastDay < From) body.Unseat(PersonId);
        else body.Appoint(new Sitting(PersonId, Name, SeatClass.Branch, From, To), today);
    }

    /// <summary>Their data was erased: that somebody served stays.</summary>
    public void Forget() => Name = "";

    private void Decide(MemberState to, Guid by, DateTimeOffset now, DateOnly today)
    {
        if (StateOn(today) is not MemberState.Proposed and var state) throw new RefusedException(CommitteeRefusals.CannotMove(state, to));
        if (by == ProposedBy) throw new RefusedException(CommitteeRefusals.SamePerson);
        (DecidedBy, DecidedAt) = (by, now);
    }
}
