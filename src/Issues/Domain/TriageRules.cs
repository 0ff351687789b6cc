using Platform.Contracts.Issues.V1;
using Platform.Kernel.Data;

namespace Platform.Issues.Domain;

/// <summary>What the rules look at: what the issue says of itself, and what the desk found out. What nobody knows meets no condition.</summary>
public sealed record TriageFacts
{
    public required string Category { get; init; }

    /// <summary>The category above it, where there is one.</summary>
    public string? ParentCategory { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>How many households it affects.</summary>
    public int? Households { get; init; }

    /// <summary>What it will cost, in yuan.</summary>
    public int? Cost { get; init; }

    /// <summary>How many departments must take part.</summary>
    public int? Departments { get; init; }

    /// <summary>When something of this kind was last raised in this place before.</summary>
    public DateTimeOffset? RaisedBefore { get; init; }
}

/// <summary>One rule: where everything that it names holds, it proposes this scale and this class of deadline.</summary>
public sealed record TriageRule
{
    public required string Name { get; init; }
    public string? NameEn { get; init; }

    /// <summary>This category, or those below it.</summary>
    public string? Category { get; init; }

    public int? HouseholdsAtLeast { get; init; }
    public int? CostAtLeast { get; init; }
    public int? DepartmentsAtLeast { get; init; }

    /// <summary>It comes back: the same place and category within so many months.</summary>
    public int? BackWithinMonths { get; init; }

    public required Scale Scale { get; init; }
    public required HandlingClass Class { get; init; }

    /// <summary>A rule without a condition would match everything and hide those below it: that is what the default is for.</summary>
    public bool HasCondition() => Category is not null || HouseholdsAtLeast is not null || CostAtLeast is not null || DepartmentsAtLeast is not null || BackWithinMonths is not null;

    public bool Matches(TriageFacts facts) =>
        (Category is null || Category == facts.Category || Category == facts.ParentCategory)
        && (HouseholdsAtLeast is null || facts.Households >= HouseholdsAtLeast)
        && (CostAtLeast is null || facts.Cost >= CostAtLeast)
        && (DepartmentsAtLeast is null || facts.Departments >= DepartmentsAtLeast)
        && (BackWithinMonths is null || facts.RaisedBefore >= facts.SubmittedAt.AddMonths(-BackWithinMonths.Value));
}

/// <summary>What the rules propose, and which one did. Rule 0 is the default at the end.</summary>
public sealed record TriageProposal(int Version, int Rule, string? RuleName, string? RuleNameEn, Scale Scale, HandlingClass Class, TriageFacts Facts);

/// <summary>One version of a street's rules 分流规则. Never changed: whoever wants other rules publishes the next version, and every decision stays with its own.</summary>
[AppendOnly]
public sealed class TriageRuleSet : TenantRow
{
    public const int RulesAtMost = 30;

    private TriageRuleSet() { }

    public TriageRuleSet(int version, IReadOnlyList<TriageRule> rules, Scale otherwise, HandlingClass otherwiseClass, string? why, Guid? by, DateTimeOffset at) =>
        (Version, Rules, Otherwise, OtherwiseClass, Why, PublishedById, PublishedAt) = (version, rules, otherwise, otherwiseClass, why, by, at);

    /// <summary>1, 2, 3 … within the street.</summary>
    public int Version { get; private init; }

    /// <summary>In their order: the first that matches decides.</summary>
    public IReadOnlyList<TriageRule> Rules { get; private init; } = [];

    /// <summary>Where none matches.</summary>
    public Scale Otherwise { get; private init; }

    public HandlingClass OtherwiseClass { get; private init; }

    /// <summary>Why it was published.</summary>
    public string? Why { get; private init; }

    /// <summary>Nobody, of the version that a street begins with.</summary>
    public Guid? PublishedById { get; private init; }

    public DateTimeOffset PublishedAt { get; private init; }

    public TriageProposal Propose(TriageFacts facts)
    {
        foreach (var (at, rule) in Rules.Index())
            if (rule.Matches(facts)) return new TriageProposal(Version, at + 1, rule.Name, rule.NameEn, rule.Scale, rule.Class, facts);
        return new TriageProposal(Version, 0, null, null, Otherwise, OtherwiseClass, facts);
    }

    /// <summary>What a street begins with, as its own copy.</summary>
    public static TriageRuleSet Template(DateTimeOffset at) => new(1,
    [
        new() { Name = "三个以上部门", NameEn = "Three departments or more", DepartmentsAtLeast = 3, Scale = Scale.Hard, Class = HandlingClass.Complex },
        new() { Name = "十万元以上", NameEn = "100,000 yuan or more", CostAtLeast = 100_000, Scale = Scale.Hard, Class = HandlingClass.Complex },
        new() { Name = "两百户以上", NameEn = "200 households or more", HouseholdsAtLeast = 200, Scale = Scale.Hard, Class = HandlingClass.Complex },
        new() { Name = "二十户以上", NameEn = "20 households or more", HouseholdsAtLeast = 20, Scale = Scale.Major, Class = HandlingClass.Complex },
        new() { Name = "一万元以上", NameEn = "10,000 yuan or more", CostAtLeast = 10_000, Scale = Scale.Major, Class = HandlingClass.Complex },
        new() { Name = "半年内又出现", NameEn = "Back within six months", BackWithinMonths = 6, Scale = Scale.Major, Class = HandlingClass.Ordinary },
        new() { Name = "安全隐患", NameEn = "Safety", Category = "safety", Scale = Scale.Small, Class = HandlingClass.Supervised },
    ], Scale.Small, HandlingClass.Ordinary, null, null, at);
}
