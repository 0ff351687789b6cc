using Platform.Contracts.Issues.V1;
using Platform.Kernel.Data;

namespace Platform.Issues.Domain;

/// <summary>One triage of an issue: what was known, what the rules proposed, what a person decided. Deciding anew adds another.</summary>
[AppendOnly]
public sealed class TriageDecision : TenantRow
{
    private TriageDecision() { }

    internal TriageDecision(Guid issueId, TriageProposal proposed, Scale scale, HandlingClass kind, bool fastLane, string? reason, Actor by, DateTimeOffset at) =>
        (IssueId, Facts, RuleVersion, Rule, RuleName, RuleNameEn, ProposedScale, ProposedClass, Scale, Class, FastLane, Reason, ById, At) =
        (issueId, proposed.Facts, proposed.Version, proposed.Rule, proposed.RuleName, proposed.RuleNameEn, proposed.Scale, proposed.Class, scale, kind, fastLane, reason, by.Id, at);

    public Guid IssueId { get; private init; }
    public DateTimeOffset At { get; private init; }
    public Guid? ById { get; private init; }

    /// <summary>What was known then.</summary>
    public TriageFacts Facts { get; private init; } = null!;

    public int RuleVersion { get; private init; }

    /// <summary>Which rule proposed: 1, 2, 3 …; 0 the default.</summary>
    public int Rule { get; private init; }

    public string? RuleName { get; private init; }
    public string? RuleNameEn { get; private init; }
    public Scale ProposedScale { get; private init; }
    public HandlingClass ProposedClass { get; private init; }
    public Scale Scale { get; private init; }
    public HandlingClass Class { get; private init; }
    public bool FastLane { get; private init; }

    /// <summary>Why, where it was decided otherwise than proposed; and where somebody wrote it anyway.</summary>
    public string? Reason { get; private init; }

    public bool Differed => Scale != ProposedScale || Class != ProposedClass;
}
