using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Who chairs a meeting and who keeps its minutes.</summary>
public static class NameOfficers
{
    /// <param name="PersonId">Their account, where they have one.</param>
    /// <param name="Name">As the minutes call them.</param>
    public sealed record Named(Guid? PersonId, [property: Needed, Text(50)] string? Name);

    public sealed record Request(Named? Chair, Named? Recorder);

    public static async Task<NoContent> Handle(Guid id, Request request, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);

        meeting.Name(Of(request.Chair), Of(request.Recorder));

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    private static Officer? Of(Named? named) => named is null ? null : new Officer(named.PersonId, named.Name!);
}
