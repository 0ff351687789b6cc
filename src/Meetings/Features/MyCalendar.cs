using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>
/// The secret address of one's own calendar: the meetings that one has a seat at. Whoever has the address reads it, so it is shown once, can be made
/// anew (the old one then opens nothing), and taken back.
/// </summary>
public static class MyCalendar
{
    /// <param name="Secret">What stands in the address: public/{street}/calendars/{secret}/meetings.ics. Told this once.</param>
    public sealed record Made(string Secret, DateTimeOffset MadeAt);

    /// <param name="MadeAt">When the address was made; null where there is none.</param>
    public sealed record View(DateTimeOffset? MadeAt);

    public static async Task<Ok<View>> Show(MeetingsDb db, Caller caller, CancellationToken ct) =>
        TypedResults.Ok(new View(await db.CalendarLinks.Where(x => x.PersonId == caller.Me).Select(x => (DateTimeOffset?)x.MadeAt).SingleOrDefaultAsync(ct)));

    public static async Task<Ok<Made>> Make(MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var link = await Mine(db, caller, ct) ?? db.CalendarLinks.Add(new CalendarLink(caller.Me)).Entity;

        var secret = link.MakeAnew(clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Made(secret, link.MadeAt));
    }

    public static async Task<NoContent> Revoke(MeetingsDb db, Caller caller, CancellationToken ct)
    {
        db.CalendarLinks.Remove(await Mine(db, caller, ct) ?? throw new RefusedException(KernelRefusals.NotFound));
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    /// <summary>What a calendar fetches, without a token: the secret is in the address.</summary>
    public static async Task<FileContentHttpResult> Read(string street, string secret, MeetingsDb db, CalendarFeed feed, CancellationToken ct)
    {
        var hash = CalendarLink.HashOf(secret);
        var person = await db.CalendarLinks.Where(x => x.Hash == hash).Select(x => (Guid?)x.PersonId).SingleOrDefaultAsync(ct)
                     ?? throw new RefusedException(KernelRefusals.NotFound);
        return await feed.Of(db.Meetings.Where(x => x.Roll.Any(r => r.PersonId == person)), (await db.Street(ct)).Name, ct);
    }

    // One at a time for a person: two at once make one address after the other, and the later is the one that opens.
    private static async Task<CalendarLink?> Mine(MeetingsDb db, Caller caller, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({$"calendar {caller.Me}"}, 0))", ct);
        return await db.CalendarLinks.SingleOrDefaultAsync(x => x.PersonId == caller.Me, ct);
    }
}
