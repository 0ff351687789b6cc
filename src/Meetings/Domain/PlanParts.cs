using Platform.Kernel.Data;

namespace Platform.Meetings.Domain;

/// <summary>Who is to be named.</summary>
/// <param name="Party">For which party they stand, such as the property company; without it for themselves.</param>
public sealed record NamedStakeholder(Guid PersonId, string Name, string? Party);

/// <summary>A named stakeholder 利益相关方 of a plan: a person, or a party by the person who stands for it.</summary>
public sealed class Stakeholder : TenantRow
{
    private Stakeholder() { }

    internal Stakeholder(NamedStakeholder named) => (PersonId, Name, Party) = (named.PersonId, named.Name, named.Party);

    public Guid PlanId { get; private init; }
    public Guid PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public string? Party { get; private init; }

    /// <summary>The person's data was erased: nobody who could answer is left, and the gate waits for them no longer.</summary>
    public bool Gone { get; private set; }

    internal bool IsSame(NamedStakeholder named) => Party is null ? named.Party is null && named.PersonId == PersonId : named.Party == Party;

    internal void Now(NamedStakeholder named) => (PersonId, Name, Gone) = (named.PersonId, named.Name, false);

    public void Forget() => (Name, Gone) = ("", true);
}

/// <summary>A version of a plan: words, and drawings that are attached to it. Published whole and never changed; another one follows.</summary>
[AppendOnly]
public sealed class PlanVersion : TenantRow
{
    private readonly List<VersionAnswer> _answers = [];

    private PlanVersion() { }

    internal PlanVersion(int number, string text, IEnumerable<(Opinion Concern, string How)> answers, Guid by, DateTimeOffset now)
    {
        (Number, Text, PublishedBy, PublishedAt) = (number, text, by, now);
        _answers.AddRange(answers.Select(x => new VersionAnswer(x.Concern.Id, x.How)));
    }

    public Guid PlanId { get; private init; }

    /// <summary>1, 2, 3 … within the plan.</summary>
    public int Number { get; private init; }

    public string Text { get; private init; } = "";
    public Guid PublishedBy { get; private init; }
    public DateTimeOffset PublishedAt { get; private init; }
    public IReadOnlyList<VersionAnswer> Answers => _answers;
}

/// <summary>That a version answers a concern, and how.</summary>
[AppendOnly]
public sealed class VersionAnswer : TenantRow
{
    private VersionAnswer() { }

    internal VersionAnswer(Guid opinionId, string how) => (OpinionId, How) = (opinionId, how);

    public Guid VersionId { get; private init; }
    public Guid OpinionId { get; private init; }
    public string How { get; private init; } = "";
}
