using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>A focus interview 焦点访谈 is written down, sealed; the concerns that it was about are clarified by it.</summary>
public static class RecordInterview
{
    private const int DaysBack = 366;

    /// <param name="On">The day, in the street's zone; today or up to a year ago.</param>
    /// <param name="Group">Who was talked with, such as the families of building 12.</param>
    /// <param name="Satisfied">What they are content with.</param>
    /// <param name="Objections">What they are not.</param>
    /// <param name="Clarification">What was clarified.</param>
    /// <param name="AgreedChange">What the next version is to do differently.</param>
    /// <param name="OpinionIds">The concerns that it was about.</param>
    public sealed record Request(
        [property: Needed] DateOnly? On, [property: Needed, Text(200)] string? Group, [property: Text(4000)] string? Satisfied, [property: Text(4000)] string? Objections,
        [property: Needed, Text(4000)] string? Clarification, [property: Text(4000)] string? AgreedChange, [property: AtMost(100)] IReadOnlyList<Guid>? OpinionIds);

    public sealed record Recorded(Guid Id);

    public static async Task<Created<Recorded>> Handle(
        Guid id, Request request, MeetingsDb db, Caller caller, Phones phones, TimeProvider clock, CancellationToken ct)
    {
        var plan = await db.PlanToRun(id, caller, ct);
        plan.DemandOpen();
        var (now, today) = (clock.GetUtcNow(), await db.Today(clock, ct));
        if (request.On > today || request.On < today.AddDays(-DaysBack)) throw new RefusedException(PlanRefusals.NotThatDay);
        var ids = (request.OpinionIds ?? []).Distinct().ToList();
        var concerns = await db.Opinions.Include(x => x.Clarifications).Where(x => x.PlanId == id && ids.Contains(x.Id)).ToListAsync(ct);
        if (concerns.Count != ids.Count) throw new RefusedException(PlanRefusals.NotAConcern);

        var interview = new FocusInterview(id, request.On!.Value, InterviewPaper.Of(request).Sealed(phones), caller.Me, now);
        db.Interviews.Add(interview);
        foreach (var concern in concerns) concern.Clarify(ClarificationKind.Interview, null, interview.Id, caller.Me, now);

        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/meetings/plans/interviews/{interview.Id}", new Recorded(interview.Id));
    }
}
