using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Who came to a body's meetings, seat by seat: for those who run it.</summary>
public static class ShowAttendance
{
    /// <param name="Meetings">Held while they were on the roll.</param>
    /// <param name="Present">Of them, those they came to.</param>
    public sealed record Line(Guid PersonId, string Name, SeatClass Class, int Meetings, int Present);

    /// <param name="Meetings">Held in these days.</param>
    public sealed record View(DateOnly From, DateOnly To, int Meetings, IReadOnlyList<Line> Lines);

    public static async Task<Ok<View>> Handle(Guid id, DateOnly? from, DateOnly? to, MeetingsDb db, Caller caller, Counted counted, CancellationToken ct)
    {
        var body = await db.Body(id, ct);
        await caller.DemandIn(db, body.AreaId, Rights.Readers, ct);
        var held = (await counted.Of(new MeasureQuery(body.AreaId, from, to, Body: id), ct)).Held;
        var entries = await held.SelectMany(x => x.Roll).Select(x => new { x.PersonId, x.Name, x.Class, There = x.CheckedInAt != null, x.Id }).ToListAsync(ct);
        return TypedResults.Ok(new View(counted.From, counted.To, await held.CountAsync(ct), [.. entries.GroupBy(x => x.PersonId)
            .Select(x => new Line(x.Key, x.MaxBy(e => e.Id)!.Name, x.MaxBy(e => e.Id)!.Class, x.Count(), x.Count(e => e.There)))
            .OrderBy(x => x.Class).ThenByDescending(x => x.Present).ThenBy(x => x.PersonId)]));
    }
}
