using System.Globalization;
using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>
/// Meetings as a calendar reads them (RFC 5545): the street's zone by name, an id that stays, a sequence that grows with every change, and what was
/// called off as cancelled rather than gone. No names: a calendar's address goes from hand to hand.
/// </summary>
public sealed class CalendarFeed(MeetingsDb db, TimeProvider clock, IConfiguration configuration)
{
    public const string MediaType = "text/calendar";

    // What a meeting takes where nobody said.
    private const int UsualMinutes = 90;

    // A calendar keeps what it has read; what is long over need not be told again.
    private const int DaysBack = 60, AtMost = 500;

    /// <summary>The announced ones among these, from some weeks ago on.</summary>
    public async Task<FileContentHttpResult> Of(IQueryable<Meeting> meetings, string name, CancellationToken ct)
    {
        var (street, now) = (await db.Street(ct), clock.GetUtcNow());
        var since = now.AddDays(-DaysBack);
        var rows = await meetings.Where(x => x.ConvenedAt != null && x.StartsAt >= since).OrderBy(x => x.StartsAt).Take(AtMost)
            .Select(x => new
            {
                x.Id, x.State, x.StartsAt, x.Minutes, x.Place, x.Version, x.Reason, Body = db.Bodies.Single(b => b.Id == x.BodyId).Name,
                Items = x.Items.Where(i => i.Outcome != Outcome.Left).OrderBy(i => i.Position).Select(i => i.Title ?? i.ReceiptNumber).ToList(),
            }).ToListAsync(ct);

        var calendar = new Ical.Net.Calendar { ProductId = "-//Platform//Meetings//ZH", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddProperty("X-WR-TIMEZONE", street.TimeZone);
        calendar.AddTimeZone(VTimeZone.FromSystemTimeZone(street.Zone));
        var web = new Uri(configuration["Platform:WebAddress"] ?? "http://localhost:8080");
        calendar.Events.AddRange(rows.Select(x => new CalendarEvent
        {
            Uid = $"{x.Id}@{street.Code}", Sequence = x.Version, Summary = x.Body, Location = x.Place, DtStamp = new CalDateTime(now.UtcDateTime, true),
            DtStart = At(x.StartsAt), DtEnd = At(x.StartsAt.AddMinutes(x.Minutes ?? UsualMinutes)), Url = new Uri(web, $"/{street.Code}/meetings/{x.Id}"),
            Description = string.Join('\n', x.Items.Select((item, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {item}")).Append(x.Reason).OfType<string>()),
            Status = x.State switch { MeetingState.Cancelled => "CANCELLED", MeetingState.Postponed => "TENTATIVE", _ => "CONFIRMED" },
        }));
        return TypedResults.File(Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!), $"{MediaType}; charset=utf-8", "meetings.ics");

        CalDateTime At(DateTimeOffset instant) => new(TimeZoneInfo.ConvertTime(instant, street.Zone).DateTime, street.TimeZone, true);
    }
}
