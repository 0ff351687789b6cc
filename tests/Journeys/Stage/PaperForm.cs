using System.Net;
using System.Text.RegularExpressions;

namespace Platform.Journeys.Stage;

/// <summary>
/// A browser's least: cookies, and forms that are read from a page and sent with everything that was in them. For stories that must send
/// the request themselves, to say in it which trace it belongs to.
/// </summary>
public sealed partial class PaperForm : IDisposable
{
    private readonly HttpClient _http;

    public PaperForm(string web) => _http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(web) };

    /// <summary>The page at this address.</summary>
    public Task<string> Page(string path) => _http.GetStringAsync(path);

    /// <summary>Sends the form of that name of a page that stands at this address; the answer is the page that follows, and where it is.</summary>
    public async Task<(Uri At, string Page)> Send(string path, string page, string form, params (string Name, string Value)[] fields)
    {
        var whole = Form().Matches(page).Select(x => x.Value).SingleOrDefault(x => x.Contains($"value=\"{form}\"", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"There is no form {form} at {path}: {page}");
        using var body = new MultipartFormDataContent();
        foreach (Match input in Hidden().Matches(whole)) body.Add(new StringContent(WebUtility.HtmlDecode(Value().Match(input.Value).Groups[1].Value)), Name().Match(input.Value).Groups[1].Value);
        foreach (var (name, value) in fields) body.Add(new StringContent(value), name);
        using var answer = await _http.PostAsync(path, body);
        var told = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{form} at {path}: {answer.StatusCode} {told}");
        return (answer.RequestMessage!.RequestUri!, told);
    }

    /// <summary>What stands in a hidden field of a page.</summary>
    public static string Hidden(string page, string name) =>
        WebUtility.HtmlDecode(Value().Match(Hidden().Matches(page).Select(x => x.Value).Single(x => x.Contains($"name=\"{name}\"", StringComparison.Ordinal))).Groups[1].Value);

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex("[ ]name=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex("[ ]value=\"([^\"]*)\"")]
    private static partial Regex Value();
}
