using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Platform.Journeys.Stage;

/// <summary>A real browser, such as Debian's Chromium. Without one a story fails: one that was left out would look like one that went well.</summary>
public sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly string _web;
    private int _looks;

    private Browser(IPlaywright playwright, IBrowser browser, string web) => (_playwright, _browser, _web) = (playwright, browser, web);

    public static async Task<Browser> Open(string web)
    {
        var chromium = Chromium.In(Environment.GetEnvironmentVariable("CHROMIUM"), Environment.GetEnvironmentVariable("PATH")) ?? throw new InvalidOperationException(
            "There is no browser, neither by CHROMIUM nor as chromium on PATH. ./platform test installs one; ./platform test --quick does without.");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return new Browser(playwright, browser, web);
    }

    /// <summary>Whether a story looks at every page that it passes: with ./platform test --long, or where pictures are wanted. The loop looks at its phones always.</summary>
    public static bool LooksAround => Environment.GetEnvironmentVariable("PLATFORM_LONG") is { Length: > 0 } || Environment.GetEnvironmentVariable("PLATFORM_LOOKS") is { Length: > 0 };

    /// <summary>A phone as residents have them; its pages must do without a script.</summary>
    public Task<IPage> Phone() => Page(390, 844, javaScript: false, state: null);

    /// <summary>A desk.</summary>
    public Task<IPage> Desk() => Page(1440, 900, javaScript: true, state: null);

    /// <summary>Signs in with account and password, from the console's door.</summary>
    public async Task<IPage> DeskOf(string account)
    {
        var page = await Desk();
        await page.GotoAsync("/console");
        await page.FillAsync("#account", account);
        await page.FillAsync("#password", "gongzhi-2026");
        await page.ClickAsync("button[type=submit]");
        await page.IsAt("/console");
        await page.Locator("main h1").First.WaitForAsync();
        return page;
    }

    /// <summary>
    /// What axe finds wrong with the page that is shown; looked at by a reader of their own, who has a script. In both languages where PLATFORM_LOOKS
    /// names a directory, in which a picture of each is put for people to look at; EveryPage looks at both always.
    /// </summary>
    public async Task<IReadOnlyList<string>> Look(IPage page)
    {
        var address = new Uri(page.Url).PathAndQuery;
        var reader = await Page(page.ViewportSize!.Width, page.ViewportSize.Height, javaScript: true, await page.Context.StorageStateAsync());
        var found = new List<string>();
        foreach (var language in Environment.GetEnvironmentVariable("PLATFORM_LOOKS") is { Length: > 0 } ? (string[])["en", "zh-CN"] : ["zh-CN"])
        {
            await reader.GotoAsync($"/reading?language={language}&returnUrl={Uri.EscapeDataString(address)}");
            if (Environment.GetEnvironmentVariable("PLATFORM_LOOKS") is { Length: > 0 } looks)
                await reader.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(looks, $"{Interlocked.Increment(ref _looks):d3}.{page.ViewportSize.Width}.{language}.png"), FullPage = true });
            foreach (var wrong in (await reader.RunAxe()).Violations)
                found.Add($"{address} in {language}: {wrong.Id}: {wrong.Help} ({string.Join("; ", wrong.Nodes.Take(3).Select(x => x.Html))})");
        }

        await reader.Context.CloseAsync();
        return found;
    }

    /// <summary>A picture for the README, where PLATFORM_PICTURES names the directory for it.</summary>
    public static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PLATFORM_PICTURES") is { Length: > 0 } directory)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(directory, $"{name}.png") });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private async Task<IPage> Page(int width, int height, bool javaScript, string? state)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = _web, ViewportSize = new ViewportSize { Width = width, Height = height }, Locale = "zh-CN", TimezoneId = "Asia/Shanghai",
            JavaScriptEnabled = javaScript, StorageState = state, BypassCSP = javaScript,
        });
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }
}
