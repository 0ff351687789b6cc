using Platform.Kernel.Data;

namespace Platform.Meetings.Domain;

/// <summary>
/// That a recusal was lifted: it was written down by mistake, or what it was about is gone. A row of its own: the recusal itself stays on record.
/// </summary>
[AppendOnly]
public sealed class RecusalLift : TenantRow
{
    private RecusalLift() { }

    internal RecusalLift(string reason, Guid by, DateTimeOffset at) => (Reason, By, At) = (reason, by, at);

    public Guid RecusalId { get; private init; }
    public string Reason { get; private init; } = "";
    public Guid By { get; private init; }
    public DateTimeOffset At { get; private init; }
}
