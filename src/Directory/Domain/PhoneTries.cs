using Platform.Kernel.Tenancy;

namespace Platform.Directory.Domain;

/// <summary>
/// How often somebody guessed in vain at what a phone opens: counted by the thing (all phones for one receipt) and by the phone (all receipts
/// for one phone), so that neither way of going through them is quick. What a phone is cannot be read from it.
/// </summary>
public sealed class PhoneTries : ITenantOwned
{
    /// <summary>So many are free: people mistype.</summary>
    public const int Free = 5, WaitAtMostMinutes = 60;

    public required Guid TenantId { get; init; }

    /// <summary>Keyed hash of the receipt number, or of the phone.</summary>
    public required byte[] Of { get; init; }

    public int Tries { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>From then on the next try is looked at: a minute after the fifth, two after the sixth, an hour at most.</summary>
    public DateTimeOffset OpenAt { get; init; }
}
