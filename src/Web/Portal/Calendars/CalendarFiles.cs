using Platform.Web.Gateway;

namespace Platform.Web.Portal.Calendars;

/// <summary>Calendars at the street's own address, for a phone's calendar to fetch again and again; the gateway makes them.</summary>
public static class CalendarFiles
{
    public static void MapCalendarFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{street}/bodies/{id:guid}.ics", (string street, Guid id, IHttpClientFactory clients, HttpContext context) =>
            Pass(clients, context, $"{Uri.EscapeDataString(street)}/bodies/{id}/calendar.ics"));
        app.MapGet("/{street}/calendars/{secret}.ics", (string street, string secret, IHttpClientFactory clients, HttpContext context) =>
            Pass(clients, context, $"{Uri.EscapeDataString(street)}/calendars/{Uri.EscapeDataString(secret)}/meetings.ics"));
    }

    private static async Task<IResult> Pass(IHttpClientFactory clients, HttpContext context, string rest)
    {
        var answer = await clients.CreateClient(GatewayClients.Name).GetAsync(new Uri($"/api/v1/meetings/public/{rest}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.RegisterForDispose(answer);
        if (!answer.IsSuccessStatusCode) return Results.StatusCode((int)answer.StatusCode);
        // The address is a secret, or what it shows changes: nobody in between keeps it.
        context.Response.Headers.CacheControl = "private, no-cache";
        return Results.Stream(await answer.Content.ReadAsStreamAsync(context.RequestAborted), answer.Content.Headers.ContentType?.ToString(), "meetings.ics");
    }
}
