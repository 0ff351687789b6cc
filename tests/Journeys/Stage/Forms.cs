using Microsoft.Playwright;

namespace Platform.Journeys.Stage;

/// <summary>Forms as people fill them in: found by the name that the page gives them, whatever language it speaks.</summary>
internal static class Forms
{
    /// <summary>Fills a form in and sends it, by the button that a field names where it has several; the answer is a page without a complaint.</summary>
    public static async Task Send(this IPage page, string form, params (string Name, string Value)[] fields)
    {
        var there = page.Locator($"form:has(input[name='_handler'][value='{form}'])");
        if (!await Appears(there)) Assert.Fail($"There is no form {form} at {page.Url}: {await page.Locator("main").InnerTextAsync()}");
        if (await page.Locator($"details:not([open]):has(input[name='_handler'][value='{form}'])").CountAsync() > 0)
            await page.Locator($"details:not([open]):has(input[name='_handler'][value='{form}']) > summary").First.ClickAsync();
        var button = await there.MainButton();
        foreach (var (name, value) in fields)
            if (await there.Locator($"button[name='{name}']").CountAsync() > 0) button = there.Locator($"button[name='{name}'][value='{value}']");
            else await Fill(there.Locator($"[name='{name}']"), value);
        // A desk's form is answered by patching the page, a phone's by a new one, and either may have the very address that was posted to:
        // the answer is there when the mark on the form that was sent is gone.
        await there.First.EvaluateAsync("form => form.setAttribute('data-awaiting', '')");
        await button.ClickAsync();
        await page.Locator("form[data-awaiting]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        var complaint = page.Locator("[role=alert], .gz-error");
        Assert.True(await complaint.CountAsync() == 0, $"{form} at {page.Url}: {string.Join("; ", await complaint.AllInnerTextsAsync())}");
    }

    /// <summary>The button that a form is for: its most prominent one, or the first that can be seen.</summary>
    public static async Task<ILocator> MainButton(this ILocator form) =>
        await form.Locator("button[type=submit].gz-primary").CountAsync() > 0 ? form.Locator("button[type=submit].gz-primary").First : form.Locator("button[type=submit]:not(.gz-unseen)").First;

    private static async Task<bool> Appears(ILocator form)
    {
        try { await form.First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached, Timeout = 15_000 }); }
        catch (TimeoutException) { return false; }
        return true;
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
