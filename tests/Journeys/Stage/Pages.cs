using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Platform.Journeys.Stage;

/// <summary>Where a reader is.</summary>
internal static class Pages
{
    /// <summary>
    /// Waits until the page's address, without a query, ends like this. By looking at it: the browser driver's own waiting also waits for an event of loading, which a page that was
    /// there a moment earlier, or is patched while it loads, may never send.
    /// </summary>
    public static Task IsAt(this IPage page, string end) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex($"^[^?]*{end}$"), new PageAssertionsToHaveURLOptions { Timeout = 60_000 });
}
