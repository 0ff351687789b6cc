using Platform.Contracts.Directory.V1;
using Platform.Kernel.Data;

namespace Platform.Meetings.Domain;

/// <summary>Why a carried item waits again, or no more.</summary>
public enum CarriedBecause { Deferred, NotReached, Cancelled, TakenOff, Escalated, Dropped }

/// <summary>One step of a carried item's way: which meeting left it undone, and how.</summary>
[AppendOnly]
public sealed class CarriedStep : TenantRow
{
    private CarriedStep() { }

    internal CarriedStep(CarriedBecause because, string? reason, Guid by, DateTimeOffset at) => (Because, Reason, By, At) = (because, reason, by, at);

    public Guid CarriedId { get; private init; }
    public CarriedBecause Because { get; private init; }

    /// <summary>Official words on it.</summary>
    public string? Reason { get; private init; }

    /// <summary>The meeting whose agenda it was on; null where it was dropped from the inbox.</summary>
    public Guid? MeetingId { get; internal init; }

    public Guid? ItemId { get; internal init; }

    /// <summary>The level that it was at.</summary>
    public AreaLevel Level { get; internal init; }

    /// <summary>The day until which it was deferred.</summary>
    public DateOnly? Until { get; internal init; }

    public Guid By { get; private init; }
    public DateTimeOffset At { get; private init; }
}
