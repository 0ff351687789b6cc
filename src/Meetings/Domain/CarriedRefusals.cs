using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>Every "no" about free items that come back.</summary>
public static class CarriedRefusals
{
    public static readonly Refusal NotWaiting = new("carried.not-waiting");
}
