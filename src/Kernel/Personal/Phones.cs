using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using PhoneNumbers;
using Platform.Kernel.Refusals;

namespace Platform.Kernel.Personal;

/// <summary>A mobile number as it is stored: encrypted, and found again by a keyed hash.</summary>
public sealed record StoredPhone(string Encrypted, byte[] Hash);

/// <summary>
/// Keeps phone numbers: AES-256-GCM under the newest key (the key's name stands before the text, so keys can be rotated), looked up by
/// HMAC-SHA256 under a key of its own. Keys are files in Platform:KeyDirectory: phone-k1, phone-k2 … and phone-hash, 32 bytes in base64.
/// </summary>
public sealed class Phones(string keyDirectory)
{
    private const int NonceSize = 12, TagSize = 16;
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();
    private readonly Lazy<Keys> _keys = new(() => Keys.In(keyDirectory));

    public static Phones From(IConfiguration configuration) =>
        new(configuration["Platform:KeyDirectory"] ?? throw new InvalidOperationException("Platform:KeyDirectory is not set."));

    /// <summary>E.164, from what people type: 138 0013 8000, +86-138…</summary>
    /// <exception cref="RefusedException">400 phone.invalid: no mobile number.</exception>
    public static string Normal(string typed)
    {
        try
        {
            var number = Numbers.Parse(typed, "CN");
            if (Numbers.IsValidNumber(number) && Numbers.GetNumberType(number) is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE)
                return Numbers.Format(number, PhoneNumberFormat.E164);
        }
        catch (NumberParseException) { /* Said below. */ }

        throw new RefusedException(KernelRefusals.BadPhone);
    }

    /// <summary>138****1234</summary>
    public static string Masked(string e164)
    {
        var national = e164.StartsWith("+86", StringComparison.Ordinal) ? e164[3..] : e164;
        return national.Length < 8 ? "****" : $"{national[..3]}****{national[^4..]}";
    }

    public StoredPhone Store(string e164)
    {
        var (name, key) = _keys.Value.Newest;
        var nonce = RandomNumberGenerator.GetBytes(NonceSize);
        var (plain, tag) = (Encoding.UTF8.GetBytes(e164), new byte[TagSize]);
        var cipher = new byte[plain.Length];
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, cipher, tag);
        return new StoredPhone($"{name}:{Convert.ToBase64String([.. nonce, .. tag, .. cipher])}", HashOf(e164));
    }

    public byte[] HashOf(string e164) => HMACSHA256.HashData(_keys.Value.Hash, Encoding.UTF8.GetBytes(e164));

    public string Read(string encrypted)
    {
        var colon = encrypted.IndexOf(':', StringComparison.Ordinal);
        var bytes = Convert.FromBase64String(encrypted[(colon + 1)..]);
        var plain = new byte[bytes.Length - NonceSize - TagSize];
        using var aes = new AesGcm(_keys.Value.Named(encrypted[..colon]), TagSize);
        aes.Decrypt(bytes.AsSpan(0, NonceSize), bytes.AsSpan(NonceSize + TagSize), bytes.AsSpan(NonceSize, TagSize), plain);
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>Makes the first keys where there are none; never touches existing ones.</summary>
    public static void MakeKeys(string directory)
    {
        foreach (var name in new[] { "phone-k1", "phone-hash" })
        {
            var file = Path.Combine(directory, name);
            if (!File.Exists(file)) File.WriteAllText(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }
    }

    private sealed record Keys(Dictionary<string, byte[]> All, byte[] Hash)
    {
        public (string Name, byte[] Key) Newest => All.MaxBy(x => int.Parse(x.Key[1..], System.Globalization.CultureInfo.InvariantCulture)) is var (name, key) ? (name, key) : default;

        public byte[] Named(string name) => All[name];

        public static Keys In(string directory) => new(
            Directory.GetFiles(directory, "phone-k*").ToDictionary(x => Path.GetFileName(x)["phone-".Length..], Bytes),
            Bytes(Path.Combine(directory, "phone-hash")));

        private static byte[] Bytes(string file) => Convert.FromBase64String(File.ReadAllText(file).Trim());
    }
}
