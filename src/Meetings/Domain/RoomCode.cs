using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Meetings.Domain;

/// <summary>
/// The code that the room shows: made of the meeting's secret and the minute, so that one sent on to somebody elsewhere is worth nothing soon.
/// Six digits, because it is also typed in by hand.
/// </summary>
public static class RoomCode
{
    /// <summary>A new code appears so often.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    // Who types slowly, or signs in between scanning and sending, still gets in.
    private const int StepsBack = 2;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(32);

    /// <summary>What the room shows at that moment.</summary>
    public static string At(byte[] secret, DateTimeOffset now) => Of(secret, Step(now));

    /// <summary>Whether the room shows this, or did until a moment ago. Compared in constant time, and against every code that is good.</summary>
    public static bool Fits(byte[] secret, string typed, DateTimeOffset now)
    {
        var (given, fits) = (Encoding.UTF8.GetBytes(typed), false);
        // One step ahead: a replica's clock may run a moment before ours.
        for (var step = Step(now) - StepsBack; step <= Step(now) + 1; step++)
            fits |= CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(Of(secret, step)));
        return fits;
    }

    private static long Step(DateTimeOffset now) => now.UtcTicks / Lasts.Ticks;

    private static string Of(byte[] secret, long step)
    {
        Span<byte> counted = stackalloc byte[sizeof(long)], hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(counted, step);
        HMACSHA256.HashData(secret, counted, hash);
        return (BinaryPrimitives.ReadUInt64BigEndian(hash) % 1_000_000).ToString("d6", CultureInfo.InvariantCulture);
    }
}
