using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>How somebody did who was there: before and after, by competency, and whether they passed.</summary>
public static class AssessTrainee
{
    public sealed record ScoreRequest([property: Needed] Competency? Competency, [property: Needed, Between(1, 5)] int? Before, [property: Needed, Between(1, 5)] int? After);

    /// <param name="PersonId">Who.</param>
    /// <param name="Scores">One for each competency of the workshop.</param>
    /// <param name="Passed">Whether a certificate may be given.</param>
    public sealed record Request([property: Needed] Guid? PersonId, [property: Needed, AtMost(2)] IReadOnlyList<ScoreRequest>? Scores, [property: Needed] bool? Passed);

    public static async Task<NoContent> Handle(Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var certified = await db.Certificates.AnyAsync(x => x.WorkshopId == id && x.PersonId == request.PersonId, ct);
        return await db.ChangeWorkshop(id, caller, x => x.Assess(
            request.PersonId!.Value, [.. request.Scores!.Select(s => new Scored(s.Competency!.Value, s.Before!.Value, s.After!.Value))], request.Passed!.Value,
            certified, caller.Me, clock.GetUtcNow()), ct);
    }
}
