using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>A plan of a body is begun: what it is called, what it comes from, and whose consent it needs.</summary>
public static class DraftPlan
{
    /// <param name="PersonId">Who answers.</param>
    /// <param name="Name">By which name they are called here.</param>
    /// <param name="Party">For which party they stand, such as the property company; without it for themselves.</param>
    public sealed record StakeholderRequest([property: Needed] Guid? PersonId, [property: Needed, Text(50)] string? Name, [property: Text(50)] string? Party)
    {
        internal NamedStakeholder Named => new(PersonId!.Value, Name!.Trim(), string.IsNullOrWhiteSpace(Party) ? null : Party.Trim());
    }

    /// <param name="BodyId">Whose plan it is.</param>
    /// <param name="Title">What it is called.</param>
    /// <param name="ReceiptNumber">The issue that it answers, one of those that the body's inbox had.</param>
    /// <param name="ProjectId">The project that it designs.</param>
    /// <param name="Stakeholders">Whose consent it needs; may follow later.</param>
    public sealed record Request(
        [property: Needed] Guid? BodyId, [property: Needed, Text(200)] string? Title, [property: Text(40)] string? ReceiptNumber, Guid? ProjectId,
        [property: AtMost(100)] IReadOnlyList<StakeholderRequest>? Stakeholders);

    public sealed record Drafted(Guid Id);

    public static async Task<Created<Drafted>> Handle(Request request, MeetingsDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var body = await db.Body(request.BodyId!.Value, ct);
        await caller.DemandIn(db, body.AreaId, Rights.Conveners, ct);

        var plan = Plan.Draft(body, request.Title!.Trim(), await Issue(db, request.ReceiptNumber, ct), request.ProjectId, clock.GetUtcNow());
        if (request.Stakeholders is { Count: > 0 } named) plan.Name([.. named.Select(x => x.Named)]);
        db.Plans.Add(plan);

        await db.SaveChangesAsync(ct);
        response.SetVersion(plan.Version);
        return TypedResults.Created($"/api/v1/meetings/plans/{plan.Id}", new Drafted(plan.Id));
    }

    private static async Task<InboxIssue?> Issue(MeetingsDb db, string? receipt, CancellationToken ct) => string.IsNullOrWhiteSpace(receipt) ? null
        : await db.InboxIssues.Where(x => x.ReceiptNumber == receipt.Trim()).OrderByDescending(x => x.Id).FirstOrDefaultAsync(ct) ?? throw new RefusedException(PlanRefusals.UnknownIssue);
}
