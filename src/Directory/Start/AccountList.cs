namespace Platform.Directory.Start;

/// <summary>accounts.txt beside the key directory: account, password, role and where, separated by tabs; read by its owner alone.</summary>
internal sealed class AccountList(string keyDirectory)
{
    private readonly string _file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(keyDirectory).TrimEnd('/'))!, "accounts.txt");

    /// <summary>Lists an account, in the place of what was listed of it before.</summary>
    public void Add(string account, string password, string role, string where)
    {
        var others = File.Exists(_file) ? File.ReadLines(_file).Where(x => !x.StartsWith(account + '\t', StringComparison.Ordinal)).ToList() : [];
        File.WriteAllLines(_file, [.. others, $"{account}\t{password}\t{role}\t{where}"]);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
