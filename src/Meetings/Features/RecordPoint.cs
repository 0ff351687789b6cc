using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>What was said for and against, typed in while the meeting talks, and put right until its minutes are public.</summary>
public static class RecordPoint
{
    /// <param name="Stance">For, against, or neither.</param>
    /// <param name="What">What was said.</param>
    /// <param name="PersonId">Who said it, of the roll.</param>
    /// <param name="Name">Who said it, where they have no seat.</param>
    public sealed record Request([property: Needed] Stance? Stance, [property: Needed, Text(2000)] string? What, Guid? PersonId, [property: Text(50)] string? Name);

    public sealed record Recorded(Guid Id);

    /// <param name="Version">The ETag's number, for correcting with If-Match.</param>
    public sealed record View(Guid Id, Guid ItemId, Guid? PersonId, string Speaker, Stance Stance, string What, DateTimeOffset At, int Version);

    public static async Task<Ok<Recorded>> Handle(
        Guid id, Guid itemId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await Open(id, db, caller, ct);
        var speaker = meeting.Speaker(request.PersonId, request.Name);

        var point = new Point(id, meeting.Item(itemId).Id, speaker, request.Stance!.Value, request.What!, clock.GetUtcNow());
        db.Points.Add(point);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Recorded(point.Id));
    }

    public static async Task<NoContent> Correct(Guid id, Guid pointId, Request request, MeetingsDb db, Caller caller, HttpResponse response, CancellationToken ct)
    {
        var meeting = await Open(id, db, caller, ct);
        var point = await db.Point(id, pointId, ct);

        point.Correct(meeting.Speaker(request.PersonId, request.Name), request.Stance!.Value, request.What!);

        await db.SaveChangesAsync(ct);
        response.SetVersion(point.Version);
        return TypedResults.NoContent();
    }

    /// <summary>It was typed in by mistake.</summary>
    public static async Task<NoContent> Strike(Guid id, Guid pointId, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        await Open(id, db, caller, ct);
        var point = await db.Point(id, pointId, ct);

        point.Strike();

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    public static async Task<Ok<IReadOnlyList<View>>> List(Guid id, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        await db.OfTheRoom(id, caller, ct);
        return TypedResults.Ok<IReadOnlyList<View>>(await db.Points.Where(x => x.MeetingId == id && !x.Struck).OrderBy(x => x.At).ThenBy(x => x.Id)
            .Select(x => new View(x.Id, x.ItemId, x.PersonId, x.Speaker, x.Stance, x.What, x.At, x.Version)).ToListAsync(ct));
    }

    private static async Task<Meeting> Open(Guid id, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var meeting = await db.Join(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);
        meeting.DemandRecordOpen();
        return meeting;
    }
}
