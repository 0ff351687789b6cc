using Microsoft.AspNetCore.Mvc;

namespace Platform.Web.Clients;

/// <summary>For the few calls that have no generated client: the same exception, so that a page catches one thing.</summary>
public static class GatewayCall
{
    public static async Task<T> Read<T>(this HttpResponseMessage response, CancellationToken ct)
    {
        if (response.IsSuccessStatusCode)
            return (await response.Content.ReadFromJsonAsync<T>(ct))!;
        var text = await response.Content.ReadAsStringAsync(ct);
        throw new ApiException<ProblemDetails>(
            $"The gateway answered {(int)response.StatusCode}.", (int)response.StatusCode, text,
            response.Headers.ToDictionary(x => x.Key, x => x.Value), ProblemText.Read(text), null);
    }
}
