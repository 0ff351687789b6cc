using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Somebody of the roll stays out of an item's votes 回避, or declares an interest in it: for themselves, or staff write down what they said.</summary>
public static class RecuseFromItem
{
    /// <param name="Kind">Stays out; or an interest, which keeps them out where the rules say so.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="PersonId">Who, where staff write it down; without it oneself.</param>
    public sealed record Request([property: Needed] RecusalKind? Kind, [property: Needed, Text(500)] string? Reason, Guid? PersonId = null);

    public static async Task<NoContent> Handle(Guid id, Guid itemId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Hold(id, ct);
        var person = request.PersonId ?? caller.Me;
        if (person != caller.Me) await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);

        meeting.Recuse(itemId, person, request.Kind!.Value, request.Reason!, caller.Me, clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
