using System.Security.Cryptography;
using System.Text.Json;

namespace Platform.Standalone;

/// <summary>Passwords, made once for a state directory and kept there for its owner alone.</summary>
public sealed class Secrets(StateDirectory state)
{
    private readonly Dictionary<string, string> _known = Load(state);

    /// <summary>The password of that account; asked for by migrations that run side by side.</summary>
    public string Of(string account)
    {
        lock (_known) return Known(account);
    }

    private string Known(string account)
    {
        if (_known.TryGetValue(account, out var password)) return password;
        _known[account] = password = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789", 24);
        StateDirectory.WritePrivately(state.In("secrets.json"), JsonSerializer.Serialize(_known));
        return password;
    }

    private static Dictionary<string, string> Load(StateDirectory state)
    {
        var path = state.In("secrets.json");
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path))! : [];
        }
        catch (JsonException)
        {
            throw new CannotStartException($"{path} cannot be read any more, so the data cannot be opened. ./platform down --data forgets both.");
        }
    }
}
