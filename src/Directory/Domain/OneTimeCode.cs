using Platform.Kernel.Data;

namespace Platform.Directory.Domain;

/// <summary>A code that went out to a phone: good for five minutes, five tries, one use. Neither phone nor code can be read from it.</summary>
public sealed class OneTimeCode : TenantRow
{
    public const int MostTries = 5, MostADay = 10, MostAnHourPerStreet = 600;
    public static readonly TimeSpan Lives = TimeSpan.FromMinutes(5), Between = TimeSpan.FromMinutes(1);

    public OneTimeCode(byte[] phoneHash, DateTimeOffset at) => (PhoneHash, At) = (phoneHash, at);

    private OneTimeCode()
    {
    }

    public byte[] PhoneHash { get; private init; } = [];

    /// <summary>Keyed hash of id and code.</summary>
    public byte[] CodeHash { get; private set; } = [];

    public DateTimeOffset At { get; private init; }
    public int Tries { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }

    public void Is(byte[] codeHash) => CodeHash = codeHash;
}
