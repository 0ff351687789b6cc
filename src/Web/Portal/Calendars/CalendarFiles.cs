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

    // The address is a secret, or what it shows changes: nobody in between keeps it.
    private static Task<IResult> Pass(IHttpClientFactory clients, HttpContext context, string rest) =>
        Downloads.Pass(clients, context, $"/api/v1/meetings/public/{rest}", "meetings.ics", "private, no-cache");
}
