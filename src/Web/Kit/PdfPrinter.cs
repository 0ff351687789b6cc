using System.Diagnostics;

namespace Platform.Web.Kit;

/// <summary>Pages to PDF by the Chromium of the machine: optional, since every reader's own browser prints too.</summary>
public sealed class PdfPrinter(Microsoft.Extensions.Configuration.IConfiguration configuration, ILogger<PdfPrinter> log) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    // A browser is a hundred megabytes: one at a time.
    private readonly SemaphoreSlim _turn = new(1);
    private readonly string? _program = Find(configuration["Platform:Chromium"] ?? configuration["CHROMIUM"]);

    /// <summary>Whether Chromium was found: Platform:Chromium, or on the path.</summary>
    public bool IsThere => _program is not null;

    /// <summary>Prints a whole document of ours, which asks for nothing outside itself.</summary>
    /// <returns>Null where it could not.</returns>
    public async Task<byte[]?> Print(string html, CancellationToken ct)
    {
        if (_program is null) return null;
        await _turn.WaitAsync(ct);
        var room = Directory.CreateTempSubdirectory("print-");
        try
        {
            var (page, pdf) = (Path.Combine(room.FullName, "page.html"), Path.Combine(room.FullName, "page.pdf"));
            await File.WriteAllTextAsync(page, html, ct);
            // Without its sandbox, which containers do not let it make: the page is ours, and holds no script.
            await Run([$"--user-data-dir={Path.Combine(room.FullName, "profile")}", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri], ct);
            return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, ct) : null;
        }
        finally
        {
            _turn.Release();
            room.Delete(recursive: true);
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task Run(string[] arguments, CancellationToken ct)
    {
        string[] quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-pdf-header-footer"];
        using var process = Process.Start(new ProcessStartInfo(_program!, [.. quiet, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await Task.WhenAll(process.WaitForExitAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token), process.StandardOutput.ReadToEndAsync(patience.Token));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("Chromium did not print within {Patience}", Patience);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static string? Find(string? told) => told is { Length: > 0 } ? File.Exists(told) ? told : OnThePath([told]) : OnThePath(Names);

    private static string? OnThePath(string[] names) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(_ => names, Path.Combine).FirstOrDefault(File.Exists);
}
