using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Platform.Kernel.Doors;
using Platform.Kernel.Personal;

namespace Platform.Directory.SignIn;

/// <summary>
/// The keys of the whole installation, files in Platform:KeyDirectory that only its owner reads. Made by the migration step where they are
/// absent; never changed, so a second start understands what the first one signed and encrypted.
/// </summary>
public sealed class PlatformKeys(Settings settings) : IDisposable
{
    private const string Signing = "token-signing.pem", Encryption = "token-encryption", DataProtection = "data-protection", OfWeb = "data-protection-web";
    private readonly RSA _rsa = RSA.Create();
    private SigningCredentials? _credentials;

    /// <summary>The data-protection ring of Directory's own pages. Web has one of its own beside it, made here and shared by its replicas.</summary>
    public static DirectoryInfo RingIn(string directory) => new(Path.Combine(directory, DataProtection));

    public SigningCredentials TokenSigning => _credentials ??= ReadSigning();

    /// <summary>For authorization codes and refresh tokens, which only Directory itself reads.</summary>
    public EncryptingCredentials TokenEncryption => new(
        new SymmetricSecurityKey(Convert.FromBase64String(File.ReadAllText(Path.Combine(settings.KeyDirectory, Encryption)))),
        SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512);

    /// <summary>Makes what is missing.</summary>
    public static void MakeIn(string directory)
    {
        foreach (var folder in (string[])[directory, RingIn(directory).FullName, Path.Combine(directory, OfWeb)])
        {
            System.IO.Directory.CreateDirectory(folder);
            OwnersAlone(folder, UnixFileMode.UserExecute);
        }

        Phones.MakeKeys(directory);
        Make(directory, ServiceSecret.FileName, () => Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
        Make(directory, Encryption, () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        Make(directory, Signing, () =>
        {
            using var rsa = RSA.Create(2048);
            return rsa.ExportPkcs8PrivateKeyPem();
        });
        foreach (var file in System.IO.Directory.GetFiles(directory)) OwnersAlone(file);
    }

    public void Dispose() => _rsa.Dispose();

    private SigningCredentials ReadSigning()
    {
        _rsa.ImportFromPem(File.ReadAllText(Path.Combine(settings.KeyDirectory, Signing)));
        var name = Base64UrlEncoder.Encode(SHA256.HashData(_rsa.ExportSubjectPublicKeyInfo()).AsSpan(0, 12).ToArray());
        return new SigningCredentials(new RsaSecurityKey(_rsa) { KeyId = name }, SecurityAlgorithms.RsaSha256);
    }

    // The folder is closed to others before anything lies in it.
    private static void Make(string directory, string name, Func<string> content)
    {
        var path = Path.Combine(directory, name);
        if (!File.Exists(path)) File.WriteAllText(path, content());
    }

    private static void OwnersAlone(string path, UnixFileMode and = UnixFileMode.None)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | and);
    }
}
