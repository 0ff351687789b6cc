using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Platform.Journeys.Stage;

/// <summary>How a page looks to those who read it: each language, each size, and larger type where residents read.</summary>
internal static partial class Looks
{
    // What stands further right than the window ends, unless something around it scrolls or cuts.
    private const string Overflow = """
        () => {
          const wide = document.documentElement.clientWidth + 1;
          if (document.documentElement.scrollWidth <= wide) return [];
          const cut = x => x && x !== document.body && (getComputedStyle(x).overflowX !== 'visible' || cut(x.parentElement));
          const found = [...document.querySelectorAll('main *')].filter(x => x.getBoundingClientRect().right > wide && !cut(x)).slice(-3).map(x => x.outerHTML.slice(0, 160));
          return found.length > 0 ? found : ['something outside main'];
        }
        """;

    // Each language and each size of every page; with pictures, each language at each size.
    private static readonly (string Language, bool Elder, int[] Widths)[] Few = [("en", false, [390]), ("zh-CN", true, [390]), ("zh-CN", false, [1440])],
        All = [("en", false, [390, 1440]), ("zh-CN", true, [390]), ("zh-CN", false, [390, 1440])];

    /// <summary>An address without a page.</summary>
    public const string Nowhere = "/nowhere";

    private static readonly string[] Desks = ["/console", "/screen", "/operations"];

    private static string? Pictures => Environment.GetEnvironmentVariable("PLATFORM_WALK") is { Length: > 0 } directory ? directory : null;

    /// <summary>What is wrong with the page at this address.</summary>
    public static async Task<IReadOnlyList<string>> At(IPage page, string address, string who)
    {
        var found = new List<string>();
        var portal = !Desks.Any(x => address.StartsWith(x, StringComparison.Ordinal));
        foreach (var (language, elder, widths) in (Pictures is null ? Few : All).Where(x => portal || !x.Elder))
        {
            await page.SetViewportSizeAsync(widths[0], 844);
            var answer = await page.GotoAsync($"/reading?language={language}&elder={(elder ? "true" : "false")}&returnUrl={Uri.EscapeDataString(address)}");
            if (answer?.Status != (address == Nowhere ? 404 : 200)) found.Add($"{who} {address}: {answer?.Status}");
            foreach (var width in widths)
            {
                await page.SetViewportSizeAsync(width, width > 1000 ? 900 : 844);
                found.AddRange((await WrongWith(page)).Select(x => $"{who} {address} in {language} at {width}{(elder ? " elder" : "")}: {x}"));
                await Picture(page, $"{who}{address}-{language}-{width}{(elder ? "-elder" : "")}");
            }
        }

        return found;
    }

    private static async Task<IReadOnlyList<string>> WrongWith(IPage page)
    {
        var wrong = (await page.EvaluateAsync<string[]>(Overflow)).Select(x => $"over the edge: {x}").ToList();
        wrong.AddRange(KeyOfATexts().Matches(await page.Locator("body").InnerTextAsync()).Select(x => $"no words for {x.Value}"));
        wrong.AddRange((await page.RunAxe()).Violations.Select(x => $"{x.Id}: {x.Help} ({string.Join("; ", x.Nodes.Take(3).Select(n => n.Html))})"));
        return wrong;
    }

    // The page from its top to its end, for whoever looks at them all: PLATFORM_WALK names the directory.
    private static async Task Picture(IPage page, string name)
    {
        if (Pictures is { } directory)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(directory, NotInAName().Replace(name, "-") + ".png"), FullPage = true });
    }

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+\.[A-Za-z]+\b")]
    private static partial Regex KeyOfATexts();

    [GeneratedRegex("[^A-Za-z0-9-]+")]
    private static partial Regex NotInAName();
}
