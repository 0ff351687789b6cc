using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>What keeps a plan from becoming final.</summary>
public enum Obstacle { NoStakeholders, NoVersion, NoRound, RoundIsOpen, NotAnswered, Objects, NotDisposed }

/// <summary>One thing before the gate.</summary>
/// <param name="What">What it is.</param>
/// <param name="StakeholderId">Whose consent is missing.</param>
/// <param name="Name">The party, or the person, whose consent is missing.</param>
/// <param name="OpinionId">What is objected to, or was said and not dealt with.</param>
public sealed record Missing(Obstacle What, Guid? StakeholderId = null, string? Name = null, Guid? OpinionId = null);

/// <summary>
/// The consensus gate: in the latest round, on the latest version, every named stakeholder is satisfied or can live with it, and every concern of
/// all rounds has a disposition. Made from what was said alone, so that anybody with the right to see it can make it again.
/// </summary>
public sealed record ConsensusGate(IReadOnlyList<Missing> Missing)
{
    public bool IsOpen => Missing.Count == 0;

    public static ConsensusGate Of(Plan plan, IReadOnlyCollection<Opinion> opinions, DateTimeOffset now)
    {
        var missing = new List<Missing>();
        var named = plan.Stakeholders.Where(x => !x.Gone).ToList();
        if (named.Count == 0) missing.Add(new Missing(Obstacle.NoStakeholders));
        if (plan.LastVersion is null) missing.Add(new Missing(Obstacle.NoVersion));
        else if (plan.LastRound is not { } round || round.VersionId != plan.LastVersion.Id) missing.Add(new Missing(Obstacle.NoRound));
        else
        {
            if (round.IsOpen(now)) missing.Add(new Missing(Obstacle.RoundIsOpen));
            var said = opinions.Where(x => x.RoundId == round.Id).ToDictionary(x => x.PersonId);
            foreach (var one in named)
                if (!said.TryGetValue(one.PersonId, out var answer)) missing.Add(new Missing(Obstacle.NotAnswered, one.Id, one.Party ?? one.Name));
                else if (answer.Holds is Stand.Objection) missing.Add(new Missing(Obstacle.Objects, one.Id, one.Party ?? one.Name, answer.Id));
        }

        missing.AddRange(opinions.Where(x => x is { Stand: Stand.Objection, NeedsDisposition: true }).OrderBy(x => x.Id).Select(x => new Missing(Obstacle.NotDisposed, OpinionId: x.Id)));
        return new ConsensusGate(missing);
    }

    /// <exception cref="RefusedException">Something stands before it.</exception>
    public void Demand() => Demand(Missing);

    /// <summary>A vote stands in for the consent of those named, and for nothing else.</summary>
    /// <exception cref="RefusedException">They were not asked, or what was said is not dealt with.</exception>
    public void DemandForVote() => Demand([.. Missing.Where(x => x.What is not (Obstacle.NotAnswered or Obstacle.Objects))]);

    private static void Demand(IReadOnlyList<Missing> missing)
    {
        if (missing.Count == 0) return;
        throw new RefusedException(missing[0].What switch
        {
            Obstacle.NoStakeholders => PlanRefusals.NoStakeholders,
            Obstacle.NoVersion => PlanRefusals.NoVersion,
            Obstacle.NoRound => PlanRefusals.NotAsked,
            Obstacle.RoundIsOpen => PlanRefusals.RoundIsOpen,
            _ => PlanRefusals.NoConsensus.With(
                missing.Count(x => x.StakeholderId is not null), string.Join("、", missing.Select(x => x.Name).OfType<string>()), missing.Count(x => x.What is Obstacle.NotDisposed)),
        });
    }
}
