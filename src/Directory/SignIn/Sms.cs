using System.Globalization;

namespace Platform.Directory.SignIn;

/// <summary>The way out to a text message provider.</summary>
public interface ISmsSender
{
    Task Send(string e164, string text, CancellationToken ct);
}

/// <summary>The default: a file a message, in Sms:Directory. Nobody's phone rings.</summary>
internal sealed class SmsFiles(Settings settings, TimeProvider clock) : ISmsSender
{
    public async Task Send(string e164, string text, CancellationToken ct)
    {
        var directory = settings.SmsDirectory ?? throw new InvalidOperationException("Sms:Directory is not set, and no other SMS port is configured.");
        System.IO.Directory.CreateDirectory(directory);
        var at = clock.GetUtcNow();
        var name = string.Create(CultureInfo.InvariantCulture, $"{at:yyyyMMdd'T'HHmmss}-{Guid.CreateVersion7():n}.txt");
        await File.WriteAllTextAsync(Path.Combine(directory, name), $"{e164}\n{text}\n", ct);
    }
}
