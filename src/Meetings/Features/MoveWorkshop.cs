using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>A workshop's life: open for signing up, held, assessed to the end, or cancelled.</summary>
public static class MoveWorkshop
{
    public sealed record CancelRequest([property: Needed, Text(500)] string? Reason);

    public static Task<NoContent> Open(Guid id, MeetingsDb db, Caller caller, CancellationToken ct) => db.ChangeWorkshop(id, caller, x => x.Open(), ct);

    public static Task<NoContent> Hold(Guid id, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct) =>
        db.ChangeWorkshop(id, caller, x => x.Hold(clock.GetUtcNow()), ct);

    public static Task<NoContent> Finish(Guid id, MeetingsDb db, Caller caller, CancellationToken ct) => db.ChangeWorkshop(id, caller, x => x.Finish(), ct);

    public static Task<NoContent> Cancel(Guid id, CancelRequest request, MeetingsDb db, Caller caller, CancellationToken ct) =>
        db.ChangeWorkshop(id, caller, x => x.Cancel(request.Reason!), ct);
}
