using System.Diagnostics;

namespace Platform.Journeys.Stage;

/// <summary>The house that these tests stand in, and its one command.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    /// <summary>./platform with that platform's state.</summary>
    public static async Task<(int Code, string Words)> Script(this StartedPlatform platform, params string[] arguments)
    {
        using var script = Process.Start(new ProcessStartInfo(Path.Combine(Root, "platform"), [.. arguments, "--state", platform.State.Root])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var (output, errors) = (script.StandardOutput.ReadToEndAsync(), script.StandardError.ReadToEndAsync());
        await script.WaitForExitAsync();
        return (script.ExitCode, await output + await errors);
    }

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "global.json"))) at = at.Parent!;
        return at.FullName;
    }
}
