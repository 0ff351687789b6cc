using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Places;
using Platform.Kernel.Time;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;
using Platform.Meetings.Features;

namespace Platform.Meetings.Papers;

/// <summary>An item as the minutes tell of it.</summary>
/// <param name="Title">A free item's own, or its issue's where it may be told; else its receipt number.</param>
public sealed record ItemRecord(
    string Title, Outcome Outcome, string? Reason, DateOnly? Until, IReadOnlyList<Point> Points, IReadOnlyList<Vote> Votes, Resolution? Resolution)
{
    /// <summary>What staff made of the online discussion before the meeting.</summary>
    public string? Discussion { get; init; }
}

/// <summary>
/// Everything that minutes are made of, as it stands in the tables: the proposal a recorder begins with and the Word document are drawn
/// from this alone, so that they cannot tell two stories.
/// </summary>
public sealed record MinutesRecord(
    Meeting Meeting, string Body, string Area, TimeZoneInfo Zone, Minutes Minutes, IReadOnlyList<ItemRecord> Items)
{
    public DateTime StartsAt => TimeZoneInfo.ConvertTime(Meeting.StartsAt, Zone).DateTime;
    public DateOnly? PostedFrom => Minutes.PublishedAt?.DayIn(Zone);
    public IEnumerable<FollowUp> Actions => Items.SelectMany(x => x.Resolution?.Actions.OrderBy(a => a.DueOn).ThenBy(a => a.Id) ?? Enumerable.Empty<FollowUp>());

    /// <param name="texts">Tells issues' titles by the reader's own right; null for the public board, which has receipt numbers.</param>
    /// <returns>Null before the session: there is nothing to tell.</returns>
    internal static async Task<MinutesRecord?> Of(MeetingsDb db, Meeting meeting, IssueTexts? texts, CancellationToken ct)
    {
        if (await db.MinutesOf(meeting.Id, ct) is not { } minutes) return null;
        var body = await db.Bodies.Where(x => x.Id == meeting.BodyId).Select(x => x.Name).SingleAsync(ct);
        var points = (await db.Points.AsNoTracking().Where(x => x.MeetingId == meeting.Id && !x.Struck).OrderBy(x => x.At).ThenBy(x => x.Id).ToListAsync(ct)).ToLookup(x => x.ItemId);
        var resolutions = await db.Resolutions.AsNoTracking().Include(x => x.Actions).Where(x => x.MeetingId == meeting.Id).ToDictionaryAsync(x => x.ItemId, ct);
        var said = texts is null ? null : await texts.Of(meeting.Items.Select(x => x.IssueId).OfType<Guid>(), ct);

        var discussed = await db.SummariesOf(meeting, ct);

        return new MinutesRecord(await db.WithGuests(meeting, ct), body, (await db.Area(meeting.AreaId, ct)).Name, (await db.Street(ct)).Zone, minutes,
            [.. meeting.Items.Where(x => x.Outcome is not Outcome.Left).OrderBy(x => x.Position).Select(x => new ItemRecord(
                x.Title ?? (x.IssueId is { } issue ? said?.GetValueOrDefault(issue)?.Title : null) ?? x.ReceiptNumber ?? "", x.Outcome, x.Reason, x.Until,
                [.. points[x.Id]], [.. x.Votes.OrderBy(v => v.Round)], resolutions.GetValueOrDefault(x.Id)) { Discussion = discussed.GetValueOrDefault(x.Id) })]);
    }
}
