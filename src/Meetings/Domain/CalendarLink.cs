using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Platform.Kernel.Data;

namespace Platform.Meetings.Domain;

/// <summary>
/// The secret address of a person's own calendar: whoever has it reads when and where that person meets. Kept as a hash; shown once, when it is
/// made. Made anew, the address before it opens nothing.
/// </summary>
public sealed class CalendarLink : Aggregate
{
    private const int SecretBytes = 32;

    private CalendarLink() { }

    public CalendarLink(Guid personId) => PersonId = personId;

    public Guid PersonId { get; private init; }
    public string Hash { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }

    /// <returns>The secret, which is nowhere else.</returns>
    public string MakeAnew(DateTimeOffset now)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        (Hash, MadeAt) = (HashOf(secret), now);
        return secret;
    }

    public static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
