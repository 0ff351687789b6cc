using Platform.Kernel.Data;

namespace Platform.Meetings.Domain;

/// <summary>Whether somebody stays out of an item's votes, or has said that it concerns them.</summary>
public enum RecusalKind { StaysOut, Interest }

/// <summary>
/// A recusal 回避: somebody stays out of an item's votes, or declares an interest in it; said before it is voted on. An interest keeps
/// them from voting where the rules say so (<see cref="Rules.Recusal"/>), and is shown in any case. An owner's right to vote comes from the law: it does not touch it.
/// </summary>
[AppendOnly]
public sealed class Recusal : TenantRow
{
    private Recusal() { }

    internal Recusal(Guid personId, RecusalKind kind, string reason, Guid by, DateTimeOffset at) =>
        (PersonId, Kind, Reason, RecordedBy, At) = (personId, kind, reason, by, at);

    public Guid ItemId { get; private init; }
    public Guid PersonId { get; private init; }
    public RecusalKind Kind { get; private init; }
    public string Reason { get; private init; } = "";

    /// <summary>The person, or the staff to whom they said it.</summary>
    public Guid RecordedBy { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>With which reason it holds no longer.</summary>
    public RecusalLift? Lift { get; private set; }

    public bool Holds => Lift is null;

    internal void LiftWith(RecusalLift lift) => Lift = lift;
}
