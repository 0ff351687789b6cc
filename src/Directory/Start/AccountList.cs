namespace Platform.Directory.Start;

/// <summary>accounts.txt beside the key directory: account, password, role and where, separated by tabs; read by its owner alone.</summary>
internal sealed class AccountList(string keyDirectory)
{
    private readonly string _file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(keyDirectory).TrimEnd('/'))!, "accounts.txt");

    public void Clear() => File.Delete(_file);

    public void Add(string account, string password, string role, string where)
    {
        File.AppendAllText(_file, $"{account}\t{password}\t{role}\t{where}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
