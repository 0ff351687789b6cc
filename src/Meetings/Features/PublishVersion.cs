using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;
using Platform.Meetings.Drawings;

namespace Platform.Meetings.Features;

/// <summary>A version of a plan is published, with its drawings; from the second on with the concerns that it answers.</summary>
public static class PublishVersion
{
    /// <param name="OpinionId">The concern.</param>
    /// <param name="How">What is different now.</param>
    public sealed record AnswerRequest([property: Needed] Guid? OpinionId, [property: Needed, Text(1000, atLeast: 2)] string? How);

    public sealed record Request(
        [property: Needed, Text(20000, atLeast: 2)] string? Text, [property: AtMost(Drawing.AtMost)] IReadOnlyList<Guid>? DrawingIds,
        [property: AtMost(200)] IReadOnlyList<AnswerRequest>? Answers);

    public sealed record Published(Guid Id, int Number);

    public static async Task<Created<Published>> Handle(
        Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var plan = await db.PlanToRun(id, caller, ct);
        var answers = (request.Answers ?? []).DistinctBy(x => x.OpinionId).ToList();
        var ids = answers.Select(x => x.OpinionId!.Value).ToList();
        var concerns = await db.Opinions.Where(x => ids.Contains(x.Id) && x.PlanId == id).ToDictionaryAsync(x => x.Id, ct);

        var version = plan.Publish(request.Text!.Trim(),
            [.. answers.Select(x => (concerns.GetValueOrDefault(x.OpinionId!.Value) ?? throw new RefusedException(PlanRefusals.NotAConcern), x.How!.Trim()))],
            caller.Me, clock.GetUtcNow());
        await db.Attach(request.DrawingIds, caller.Me, plan, version, ct);

        await db.SaveChangesAsync(ct);
        response.SetVersion(plan.Version);
        return TypedResults.Created($"/api/v1/meetings/plans/{id}", new Published(version.Id, version.Number));
    }
}
