using Platform.Kernel.Data;

namespace Platform.Partners.Domain;

/// <summary>A service 服务记录 that was held for a need: when, for how many, what. Written once.</summary>
[AppendOnly]
public sealed class ServiceRecord : TenantRow
{
    private ServiceRecord() { }

    internal ServiceRecord(Guid needId, Guid unitId, DateOnly heldOn, int peopleServed, string what, Guid by, DateTimeOffset at) =>
        (NeedId, UnitId, HeldOn, PeopleServed, What, By, At) = (needId, unitId, heldOn, peopleServed, what, by, at);

    public Guid NeedId { get; private init; }
    public Guid UnitId { get; private init; }
    public DateOnly HeldOn { get; private init; }
    public int PeopleServed { get; private init; }
    public string What { get; private init; } = "";
    public Guid By { get; private init; }
    public DateTimeOffset At { get; private init; }
}
