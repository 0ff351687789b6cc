using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>The street's public board of meetings: what was announced, whoever asks.</summary>
public static class ListPublicMeetings
{
    public static async Task<Ok<Page<ListMeetings.View>>> Handle(string street, [AsParameters] PageQuery page, MeetingsDb db, CancellationToken ct) =>
        TypedResults.Ok(await db.Meetings.Where(x => x.ConvenedAt != null).LatestFirst(db, page, ct));
}
