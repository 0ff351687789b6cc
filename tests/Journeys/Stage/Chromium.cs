namespace Platform.Journeys.Stage;

/// <summary>Where the browser is.</summary>
internal static class Chromium
{
    /// <summary>The one that CHROMIUM names, by path or name, else the first `chromium` on PATH; null where there is none.</summary>
    public static string? In(string? named, string? path)
    {
        var wanted = string.IsNullOrEmpty(named) ? "chromium" : named;
        return wanted.Contains('/', StringComparison.Ordinal) ? File.Exists(wanted) ? wanted : null
            : (path ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Select(x => Path.Combine(x, wanted)).FirstOrDefault(File.Exists);
    }
}
