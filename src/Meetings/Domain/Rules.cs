using Platform.Kernel.Data;

namespace Platform.Meetings.Domain;

/// <summary>Whom a seat speaks for: a quorum can ask for each of them.</summary>
public enum SeatClass { Branch, OwnersCommittee, PropertyManager, Residents }

/// <summary>What a vote needs, counted of those who take part in it; abstaining is taking part.</summary>
public enum Majority { Simple, TwoThirds, Consensus }

/// <summary>Who may take the floor: those with a seat, or everybody who came.</summary>
public enum Floor { Seated, Everyone }

/// <summary>How many of each seat class must be there; 0 asks for nobody.</summary>
public sealed record ClassQuorum
{
    public int Branch { get; init; }
    public int OwnersCommittee { get; init; }
    public int PropertyManager { get; init; }
    public int Residents { get; init; }

    public int Of(SeatClass seat) => seat switch
    {
        SeatClass.Branch => Branch,
        SeatClass.OwnersCommittee => OwnersCommittee,
        SeatClass.PropertyManager => PropertyManager,
        _ => Residents,
    };
}

/// <summary>The parameters of the written rules 议事规则 that the engine enforces. By heads: a number, or a share of the seats, or both.</summary>
public sealed record Rules
{
    /// <summary>What a body starts with until it adopts its own: half of the seats, simple majority, three days' notice, a week's publication.</summary>
    public static readonly Rules Default = new()
    {
        ShareNumerator = 1, ShareDenominator = 2, PerClass = new ClassQuorum(), Majority = Majority.Simple, NoticeDays = 3, PublicationDays = 7,
    };

    public int? HeadsAtLeast { get; init; }
    public int? ShareNumerator { get; init; }
    public int? ShareDenominator { get; init; }
    public required ClassQuorum PerClass { get; init; }
    public Majority Majority { get; init; }

    /// <summary>Whole days between the day of the notice and the day of the meeting.</summary>
    public int NoticeDays { get; init; }

    /// <summary>How long minutes stay posted 公示.</summary>
    public int PublicationDays { get; init; }

    /// <summary>How long somebody may speak at a time, in seconds; null without a limit.</summary>
    public int? SpeakingSeconds { get; init; }

    public Floor Floor { get; init; }

    /// <summary>Whether votes are secret: who voted is kept apart from what.</summary>
    public bool SecretBallot { get; init; }

    /// <summary>Whether somebody whom an item concerns must stay out of its vote 回避.</summary>
    public bool Recusal { get; init; }

    /// <summary>Whether a plan that finds no consensus may be put to a vote instead.</summary>
    public bool FallbackVote { get; init; }

    /// <summary>Whether the minutes need the approval of somebody other than their writer before they are published.</summary>
    public bool MinutesApproved { get; init; }
}

/// <summary>One version of a body's rules. Never changed: the service's account may only add rows, and a meeting stays bound to its version.</summary>
[AppendOnly]
public sealed class RuleSet : TenantRow
{
    private RuleSet() { }

    internal RuleSet(int number, Rules rules, string text, DateTimeOffset adoptedAt) =>
        (Number, Rules, Text, AdoptedAt) = (number, rules, text, adoptedAt);

    public Guid BodyId { get; private init; }

    /// <summary>1, 2, 3 … within the body.</summary>
    public int Number { get; private init; }

    public Rules Rules { get; private init; } = null!;

    /// <summary>The rules as people adopted them.</summary>
    public string Text { get; private init; } = "";

    public DateTimeOffset AdoptedAt { get; private init; }
}
