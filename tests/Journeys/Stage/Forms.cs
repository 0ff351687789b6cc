using Microsoft.Playwright;

namespace Platform.Journeys.Stage;

/// <summary>Forms as people fill them in: found by the name that the page gives them, whatever language it speaks.</summary>
internal static class Forms
{
    /// <summary>Fills a form in and sends it; the answer is a page without a complaint.</summary>
    public static async Task Send(this IPage page, string form, params (string Name, string Value)[] fields)
    {
        var there = page.Locator($"form:has(input[name='_handler'][value='{form}'])");
        if (await page.Locator($"details:not([open]):has(input[name='_handler'][value='{form}'])").CountAsync() > 0)
            await page.Locator($"details:not([open]):has(input[name='_handler'][value='{form}']) > summary").First.ClickAsync();
        foreach (var (name, value) in fields) await Fill(there.Locator($"[name='{name}']"), value);
#pragma warning disable CS0612 // The answer may have the very address that was posted to, so there is no URL to wait for.
        await page.RunAndWaitForNavigationAsync(() => there.Locator("button[type=submit]").ClickAsync());
#pragma warning restore CS0612
        var complaint = page.Locator("[role=alert], .gz-error");
        Assert.True(await complaint.CountAsync() == 0, $"{form} at {page.Url}: {string.Join("; ", await complaint.AllInnerTextsAsync())}");
    }

    private static async Task Fill(ILocator field, string value)
    {
        switch (await field.First.EvaluateAsync<string>("x => x.tagName === 'INPUT' ? x.type : x.tagName"))
        {
            case "SELECT": await field.SelectOptionAsync(value); break;
            case "radio" or "checkbox": await field.And(field.Page.Locator($"[value='{value}']")).CheckAsync(); break;
            case "file": await field.SetInputFilesAsync(new FilePayload { Name = "photo.png", MimeType = "image/png", Buffer = Demonstration.Acts.Drawing.Of(12) }); break;
            default: await field.FillAsync(value); break;
        }
    }
}
