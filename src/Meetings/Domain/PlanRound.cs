using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>A round of consent 征询 on one version. It ends by itself when its window does, or is closed before.</summary>
public sealed class PlanRound : TenantRow
{
    private PlanRound() { }

    internal PlanRound(int number, PlanVersion version, DateTimeOffset from, DateTimeOffset to, int asked) =>
        (Number, VersionId, VersionNumber, From, To, Asked) = (number, version.Id, version.Number, from, to, asked);

    public Guid PlanId { get; private init; }

    /// <summary>1, 2, 3 … within the plan.</summary>
    public int Number { get; private init; }

    public Guid VersionId { get; private init; }
    public int VersionNumber { get; private init; }
    public DateTimeOffset From { get; private init; }

    /// <summary>The first moment after it.</summary>
    public DateTimeOffset To { get; private init; }

    /// <summary>When it was closed, before its end.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>How many were asked.</summary>
    public int Asked { get; private init; }

    /// <summary>Announced and not over.</summary>
    public bool IsOpen(DateTimeOffset now) => ClosedAt is null && now < To;

    /// <summary>Within its window.</summary>
    public bool Takes(DateTimeOffset now) => IsOpen(now) && From <= now;

    /// <summary>When it ended; the moment itself while it is open.</summary>
    public DateTimeOffset EndedAt(DateTimeOffset now) => ClosedAt ?? (now < To ? now : To);

    internal void Close(DateTimeOffset now) => ClosedAt = IsOpen(now) ? now : throw new RefusedException(PlanRefusals.RoundTakesNone);
}
