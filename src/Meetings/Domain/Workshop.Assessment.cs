using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>How good somebody is at something, 1 to 5, before the workshop and after it.</summary>
public sealed record Scored(Competency Competency, int Before, int After);

/// <content>How those who came did, and who has earned a certificate.</content>
public sealed partial class Workshop
{
    /// <summary>Again, it takes the place of the earlier one.</summary>
    /// <param name="scores">One for each competency of the workshop.</param>
    /// <param name="certified">They have their certificate: what it says was earned stays as it is.</param>
    /// <exception cref="RefusedException">Not held, or assessed to the end; never there; certified; or other scores than it teaches.</exception>
    public Assessment Assess(Guid personId, IReadOnlyList<Scored> scores, bool passed, bool certified, Guid by, DateTimeOffset now)
    {
        if (State is not WorkshopState.Held) throw new RefusedException(ConvenorRefusals.WorkshopCannotMove(State, WorkshopState.Assessed));
        if (!Attendees.Contains(personId)) throw new RefusedException(ConvenorRefusals.NotAttended);
        if (certified) throw new RefusedException(ConvenorRefusals.Certified);
        if (!scores.Select(x => x.Competency).Order().SequenceEqual(Competencies)) throw new RefusedException(ConvenorRefusals.WrongScores);
        var assessment = _assessments.SingleOrDefault(x => x.PersonId == personId);
        if (assessment is null) _assessments.Add(assessment = new Assessment(personId));
        assessment.Write(_sessions.SelectMany(x => x.Places).First(x => x.PersonId == personId).Name, scores, passed, by, now);
        Changes++;
        return assessment;
    }

    /// <param name="number">Nobody else's.</param>
    /// <exception cref="RefusedException">Not passed.</exception>
    public Certificate Certify(Guid personId, string number, Guid by, DateOnly today)
    {
        if (State is not (WorkshopState.Held or WorkshopState.Assessed) || _assessments.SingleOrDefault(x => x.PersonId == personId) is not { Passed: true } assessment)
            throw new RefusedException(ConvenorRefusals.NotPassed);
        return new Certificate(this, assessment, number, by, today);
    }
}

/// <summary>How somebody did, by competency.</summary>
public sealed class Assessment : TenantRow
{
    private readonly List<Score> _scores = [];

    private Assessment() { }

    internal Assessment(Guid personId) => PersonId = personId;

    public Guid WorkshopId { get; private init; }
    public Guid PersonId { get; private init; }
    public string Name { get; private set; } = "";
    public bool Passed { get; private set; }
    public Guid AssessedById { get; private set; }
    public DateTimeOffset AssessedAt { get; private set; }
    public IReadOnlyList<Score> Scores => _scores;

    internal void Write(string name, IReadOnlyList<Scored> scores, bool passed, Guid by, DateTimeOffset now)
    {
        (Name, Passed, AssessedById, AssessedAt) = (name, passed, by, now);
        foreach (var scored in scores)
        {
            var score = _scores.SingleOrDefault(x => x.Competency == scored.Competency);
            if (score is null) _scores.Add(score = new Score(scored.Competency));
            score.Write(scored.Before, scored.After);
        }
    }

    internal void Forget() => Name = "";
}

/// <summary>One competency's score, 1 to 5.</summary>
public sealed class Score : TenantRow
{
    private Score() { }

    internal Score(Competency competency) => Competency = competency;

    public Guid AssessmentId { get; private init; }
    public Competency Competency { get; private init; }
    public int Before { get; private set; }
    public int After { get; private set; }

    internal void Write(int before, int after) => (Before, After) = (before, after);
}
