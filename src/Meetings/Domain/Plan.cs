using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>How far a plan is: being drafted, asked about now, weighed after a round, or final. It follows from its rounds and the clock.</summary>
public enum PlanStage { Drafted, Consulting, Weighing, Finalised }

/// <summary>By what a plan became final.</summary>
public enum PlanDecision { Consensus, Vote }

/// <summary>
/// A plan 方案 of a body: who must agree, its versions, and the rounds of consent 征询 in Plan.Rounds.cs. What people say to it are aggregates of
/// their own (Opinion.cs), so that many answer at once.
/// </summary>
public sealed partial class Plan : Aggregate, IHasReceipt
{
    private readonly List<Stakeholder> _stakeholders = [];
    private readonly List<PlanVersion> _versions = [];
    private readonly List<PlanRound> _rounds = [];

    private Plan() { }

    public Guid BodyId { get; private init; }
    public Guid AreaId { get; private init; }
    public string Title { get; private init; } = "";
    public Guid? IssueId { get; private init; }
    public string? ReceiptNumber { get; private init; }

    /// <summary>The project that it designs; kept with the project's service.</summary>
    public Guid? ProjectId { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? FinalisedAt { get; private set; }
    public PlanDecision? Decision { get; private set; }

    /// <summary>The vote that stood in for consensus.</summary>
    public Guid? VoteId { get; private set; }

    /// <summary>Counts acts on stakeholders, versions and rounds, so that they are changes of the plan.</summary>
    public int Changes { get; private set; }

    public IReadOnlyList<Stakeholder> Stakeholders => _stakeholders;
    public IReadOnlyList<PlanVersion> Versions => _versions;
    public IReadOnlyList<PlanRound> Rounds => _rounds;

    public PlanVersion? LastVersion => _versions.MaxBy(x => x.Number);
    public PlanRound? LastRound => _rounds.MaxBy(x => x.Number);

    public static Plan Draft(Body body, string title, InboxIssue? issue, Guid? projectId, DateTimeOffset now) => new()
    {
        BodyId = body.Id, AreaId = body.AreaId, Title = title, IssueId = issue?.Id, ReceiptNumber = issue?.ReceiptNumber, ProjectId = projectId, CreatedAt = now,
    };

    public PlanStage StageAt(DateTimeOffset now) =>
        FinalisedAt is not null ? PlanStage.Finalised : LastRound is not { } last ? PlanStage.Drafted : last.IsOpen(now) ? PlanStage.Consulting : PlanStage.Weighing;

    /// <summary>
    /// Without these there is no consensus. From the first round on somebody may join them, and a party may send another person; nobody is
    /// taken off, or an objection could be removed with whoever has it.
    /// </summary>
    /// <exception cref="RefusedException">Somebody is named twice, or taken off after a round, or the plan is final.</exception>
    public void Name(IReadOnlyList<NamedStakeholder> named)
    {
        DemandOpen();
        if (named.DistinctBy(x => x.PersonId).Count() != named.Count || named.Where(x => x.Party is not null).GroupBy(x => x.Party).Any(x => x.Count() > 1))
            throw new RefusedException(PlanRefusals.StakeholderTwice);
        var left = _stakeholders.Where(x => !x.Gone && !named.Any(x.IsSame)).ToList();
        if (left.Count > 0 && _rounds.Count > 0) throw new RefusedException(PlanRefusals.StakeholdersStay);
        _stakeholders.RemoveAll(left.Contains);
        foreach (var one in named)
            if (_stakeholders.Find(x => x.IsSame(one)) is { } known) known.Now(one);
            else _stakeholders.Add(new Stakeholder(one));
        Changes++;
    }

    /// <summary>The next version is published; from the second on it says which concerns it answers, and how.</summary>
    /// <exception cref="RefusedException">A round asks about the last one, it answers nothing, or the plan is final.</exception>
    public PlanVersion Publish(string text, IReadOnlyList<(Opinion Concern, string How)> answers, Guid by, DateTimeOffset now)
    {
        DemandOpen();
        DemandNoOpenRound(now);
        if (_versions.Count > 0 && answers.Count == 0) throw new RefusedException(PlanRefusals.AnswersNothing);
        if (answers.Any(x => x.Concern.PlanId != Id || x.Concern.Concern is null)) throw new RefusedException(PlanRefusals.NotAConcern);
        var version = new PlanVersion(_versions.Count + 1, text, answers, by, now);
        _versions.Add(version);
        Changes++;
        return version;
    }

    /// <exception cref="RefusedException">The plan is final.</exception>
    public void DemandOpen()
    {
        if (FinalisedAt is not null) throw new RefusedException(PlanRefusals.Final);
    }
}
