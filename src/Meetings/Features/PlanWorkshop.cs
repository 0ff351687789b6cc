using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>A workshop is planned, or written of anew before it was held.</summary>
public static class PlanWorkshop
{
    /// <param name="AreaId">Who offers it: the street, or an area. Whoever belongs there may come.</param>
    /// <param name="Title">What it is called.</param>
    /// <param name="Aim">What people are to be able to do afterwards.</param>
    /// <param name="Competencies">What it teaches.</param>
    public sealed record Request(
        [property: Needed] Guid? AreaId, [property: Needed, Text(100)] string? Title, [property: Text(2000)] string? Aim,
        [property: Needed, AtMost(2)] IReadOnlyList<Competency>? Competencies);

    public sealed record ChangeRequest(
        [property: Needed, Text(100)] string? Title, [property: Text(2000)] string? Aim, [property: Needed, AtMost(2)] IReadOnlyList<Competency>? Competencies);

    public sealed record Planned(Guid Id);

    public static async Task<Created<Planned>> Handle(Request request, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var area = await db.Area(request.AreaId!.Value, ct);
        caller.Demand(area.Path, ConvenorRights.Trainers);

        var workshop = Workshop.Plan(area.Id, request.Title!.Trim(), request.Aim ?? "", request.Competencies!);

        db.Workshops.Add(workshop);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/meetings/workshops/{workshop.Id}", new Planned(workshop.Id));
    }

    public static Task<NoContent> Change(Guid id, ChangeRequest request, MeetingsDb db, Caller caller, CancellationToken ct) =>
        db.ChangeWorkshop(id, caller, x => x.Write(request.Title!.Trim(), request.Aim ?? "", request.Competencies!), ct);

    /// <summary>One act of those who offer it.</summary>
    internal static async Task<NoContent> ChangeWorkshop(this MeetingsDb db, Guid id, Caller caller, Action<Workshop> change, CancellationToken ct)
    {
        var workshop = await db.HoldWorkshop(id, ct);
        await caller.DemandIn(db, workshop.AreaId, ConvenorRights.Trainers, ct);

        change(workshop);

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
