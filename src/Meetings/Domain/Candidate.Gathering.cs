using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <content>What is gathered about a candidate before the branch decides: visits and statements.</content>
public sealed partial class Candidate
{
    private readonly List<CandidateVisit> _visits = [];
    private readonly List<CandidateStatement> _statements = [];

    public IReadOnlyList<CandidateVisit> Visits => _visits;
    public IReadOnlyList<CandidateStatement> Statements => _statements;

    /// <summary>Staff went there 走访.</summary>
    /// <param name="on">The day, not after today.</param>
    /// <exception cref="RefusedException">The day has not come; it is decided already; or it is oneself.</exception>
    public CandidateVisit Visit(DateOnly on, string visitors, string notes, Guid by, DateOnly today)
    {
        DemandNotSelf(by);
        DemandUndecided();
        if (on > today) throw new RefusedException(ConvenorRefusals.VisitToCome);
        var visit = new CandidateVisit(on, visitors, notes, by);
        _visits.Add(visit);
        Changes++;
        return visit;
    }

    /// <summary>Somebody speaks of the candidate.</summary>
    /// <param name="speakerId">The account of who speaks; null for whom staff wrote down by name.</param>
    /// <exception cref="RefusedException">It is decided already, or it is oneself.</exception>
    public CandidateStatement Hear(Guid? speakerId, string? speaker, string words, Guid by, DateTimeOffset now)
    {
        DemandNotSelf(by);
        DemandUndecided();
        var statement = new CandidateStatement(speakerId, speaker, words, by, now);
        _statements.Add(statement);
        Changes++;
        return statement;
    }

    /// <summary>Everything that the candidate could be known by goes; that somebody stood stays.</summary>
    public void Forget()
    {
        (Name, Phone, Referee, Words, ShowsName) = ("", null, null, "", false);
        foreach (var visit in _visits) visit.Forget();
        foreach (var statement in _statements) statement.Forget();
        foreach (var objection in _objections) objection.Forget();
        Changes++;
    }

    /// <summary>What this person said of the candidate goes.</summary>
    public void ForgetWordsOf(Guid personId)
    {
        foreach (var statement in _statements.Where(x => x.SpeakerId == personId)) statement.Forget();
        foreach (var objection in _objections.Where(x => x.ObjectorId == personId)) objection.Forget();
        Changes++;
    }

    private void DemandUndecided()
    {
        if (State is not (CandidateState.Proposed or CandidateState.Vetted)) throw new RefusedException(ConvenorRefusals.DecidedAlready);
    }
}

/// <summary>A visit 走访: who went, when, and what they found. For staff of the area alone.</summary>
public sealed class CandidateVisit : TenantRow
{
    private CandidateVisit() { }

    internal CandidateVisit(DateOnly on, string visitors, string notes, Guid writtenById) => (On, Visitors, Notes, WrittenById) = (on, visitors, notes, writtenById);

    public Guid CandidateId { get; private init; }
    public DateOnly On { get; private init; }
    public string Visitors { get; private init; } = "";
    public string Notes { get; private set; } = "";
    public Guid WrittenById { get; private init; }

    internal void Forget() => Notes = "";
}

/// <summary>What somebody says of the candidate.</summary>
public sealed class CandidateStatement : TenantRow
{
    private CandidateStatement() { }

    internal CandidateStatement(Guid? speakerId, string? speaker, string words, Guid writtenById, DateTimeOffset at) =>
        (SpeakerId, Speaker, Words, WrittenById, At) = (speakerId, speaker, words, writtenById, at);

    public Guid CandidateId { get; private init; }
    public Guid? SpeakerId { get; private init; }

    /// <summary>Where staff wrote down somebody without an account.</summary>
    public string? Speaker { get; private set; }

    public string Words { get; private set; } = "";
    public Guid WrittenById { get; private init; }
    public DateTimeOffset At { get; private init; }

    internal void Forget() => (Speaker, Words) = (null, "");
}
