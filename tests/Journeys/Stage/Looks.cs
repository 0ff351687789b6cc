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
          return [...document.querySelectorAll('body *')].filter(x => x.getBoundingClientRect().right > wide).slice(0, 3).map(x => x.outerHTML.slice(0, 120));
        }
        """;

    private static readonly (int Width, int Height)[] Sizes = [(390, 844), (1440, 900)];

    /// <summary>What is wrong with the page at this address.</summary>
    public static async Task<IReadOnlyList<string>> At(IPage page, string address, string who)
    {
        var found = new List<string>();
        var portal = !(address.StartsWith("/console", StringComparison.Ordinal) || address.StartsWith("/screen", StringComparison.Ordinal) || address.StartsWith("/operations", StringComparison.Ordinal));
        foreach (var (language, elder) in portal ? [("en", false), ("zh-CN", true), ("zh-CN", false)] : new[] { ("en", false), ("zh-CN", false) })
        {
            var answer = await page.GotoAsync($"/reading?language={language}&elder={(elder ? "true" : "false")}&returnUrl={Uri.EscapeDataString(address)}");
            if (answer is not { Status: < 500 }) found.Add($"{who} {address}: {answer?.Status}");
            foreach (var (width, height) in Sizes)
            {
                if (elder && width > 700) continue;
                await page.SetViewportSizeAsync(width, height);
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
        if (Environment.GetEnvironmentVariable("PLATFORM_WALK") is { Length: > 0 } directory)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(directory, NotInAName().Replace(name, "-") + ".png"), FullPage = true });
    }

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+\.[A-Z][A-Za-z]+\b")]
    private static partial Regex KeyOfATexts();

    [GeneratedRegex("[^A-Za-z0-9-]+")]
    private static partial Regex NotInAName();
}
