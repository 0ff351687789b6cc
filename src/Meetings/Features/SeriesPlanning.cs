using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Time;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>
/// The meetings that a series is to have, as rows: planned some weeks ahead, moved and called off with it while nobody else has touched them. Run
/// again it changes nothing, and one day of a series is planned once (unique index).
/// </summary>
internal static class SeriesPlanning
{
    /// <summary>How many days ahead meetings are planned.</summary>
    public const int Ahead = 60;

    public static async Task Follow(this MeetingsDb db, Series series, WorkingCalendar calendar, DateTimeOffset now, CancellationToken ct)
    {
        var today = now.DayIn(calendar.Zone);
        var since = today.AddDays(-Ahead);
        // Wider than what is planned: a date that was moved out of the window is still that of its meeting.
        var dates = series.Occurrences(since, today.AddDays(2 * Ahead), calendar).ToDictionary(x => x.Day);
        var known = await db.Meetings.Where(x => x.SeriesId == series.Id && x.SeriesDay >= since).Select(x => x.SeriesDay!.Value).ToListAsync(ct);
        var planned = await db.Meetings.Include(x => x.Items).Where(x => x.SeriesId == series.Id && x.State == MeetingState.Planned && x.StartsAt > now).ToListAsync(ct);

        foreach (var meeting in planned)
        {
            var date = dates.GetValueOrDefault(meeting.SeriesDay!.Value);
            if (date is { Cancelled: null }) meeting.Follow(date.StartsAt);
            else if ((date is not null || meeting.SeriesDay > series.EndsOn) && meeting.CalledOff(date?.Cancelled ?? series.EndReason ?? ""))
                db.Say(meeting, new MeetingCancelled { BodyId = meeting.BodyId });
        }

        db.Meetings.AddRange(dates.Values.Where(x => x.Cancelled is null && x.StartsAt > now && x.HeldOn <= today.AddDays(Ahead) && !known.Contains(x.Day))
            .Select(x => Meeting.Of(series, x)));
    }
}
