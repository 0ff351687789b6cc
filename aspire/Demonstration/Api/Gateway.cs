using System.Net.Http.Json;
using System.Text.Json;

namespace Platform.Demonstration.Api;

/// <summary>The platform's public door, seen from outside, and the street that is lived in.</summary>
public sealed class Gateway(Uri address, string street = "zhangmiao") : IDisposable
{
    /// <summary>Requests go out through here; patient, for a demonstration may share two cores with a build.</summary>
    public HttpClient Http { get; } = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>The street's code in public addresses.</summary>
    public string Street { get; } = street;

    /// <summary>How far an issue is, for whoever has its receipt and the phone that it was reported with.</summary>
    public async Task<JsonElement> LookUp(string receiptNumber, string phone) =>
        await Read(await Http.PostAsJsonAsync($"/api/v1/issues/public/{Street}/receipts/{receiptNumber}", new { phone }));

    /// <summary>Something that anybody may read.</summary>
    public async Task<JsonElement> Public(string service, string what) => await Read(await Http.GetAsync($"/api/v1/{service}/public/{Street}/{what}"));

    /// <summary>A token for a phone, by the code that was sent to it and that a demonstration shows.</summary>
    public async Task<string> TokenFor(string phone)
    {
        var sent = await Read(await Http.PostAsJsonAsync($"/api/v1/directory/public/{Street}/codes", new { phone }));
        var code = sent.GetProperty("demoCode").GetString() ?? throw new InvalidOperationException("This platform is no demonstration: it keeps its codes to itself.");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "urn:platform:phone-code", ["client_id"] = "web", ["street"] = Street, ["phone"] = phone, ["code"] = code,
        });
        return (await Read(await Http.PostAsync("/connect/token", form))).GetProperty("access_token").GetString()!;
    }

    /// <summary>The answer's JSON; a refusal becomes an exception that says all of it.</summary>
    internal static async Task<JsonElement> Read(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            if (!response.IsSuccessStatusCode) throw PlatformRefusedException.Of(response, text);
            return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone();
        }
    }

    /// <inheritdoc />
    public void Dispose() => Http.Dispose();
}
