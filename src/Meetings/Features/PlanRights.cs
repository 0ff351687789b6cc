using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Who may say something to plans and in discussions, and who may read what is confidential.</summary>
public static class PlanRights
{
    /// <summary>Focus interviews: those who run them, and the street's officers. No other rank reads them.</summary>
    public static readonly Contracts.Directory.V1.Role[] Interviewers = [.. Rights.Conveners, Contracts.Directory.V1.Role.StreetOfficer];

    /// <summary>
    /// Lives or serves in the area: has a role in it, or above it. (Who signed up by phone is a resident of the whole street until a home is known.)
    /// </summary>
    public static bool BelongsTo(this Caller caller, string areaPath) => caller.Memberships.Any(x =>
        x.AreaPath.StartsWith(areaPath, StringComparison.Ordinal) || areaPath.StartsWith(x.AreaPath, StringComparison.Ordinal));

    /// <exception cref="RefusedException">403 plan.not-of-the-area.</exception>
    public static void DemandToSpeak(this Caller caller, string areaPath, bool named = false)
    {
        if (!named && !caller.BelongsTo(areaPath)) throw new RefusedException(PlanRefusals.NotOfTheArea);
    }

    /// <summary>A plan to act on by those who convene there.</summary>
    /// <exception cref="RefusedException">404, 412, or 403 rights.outside-your-area.</exception>
    public static async Task<Plan> PlanToRun(this MeetingsDb db, Guid id, Caller caller, CancellationToken ct)
    {
        var plan = await db.HoldPlan(id, ct);
        await caller.DemandIn(db, plan.AreaId, Rights.Conveners, ct);
        return plan;
    }

    /// <summary>A plan of this body, for its agenda.</summary>
    /// <exception cref="RefusedException">400 plan.of-another-body, also where there is none.</exception>
    public static async Task<Plan> ForAgenda(this MeetingsDb db, Guid planId, CancellationToken ct) =>
        await db.Plans.SingleOrDefaultAsync(x => x.Id == planId, ct) ?? throw new RefusedException(PlanRefusals.OfAnotherBody);

    /// <summary>Whether an item is about a plan on which everybody agreed.</summary>
    public static async Task<bool> IsAgreed(this MeetingsDb db, AgendaItem item, CancellationToken ct) =>
        item.PlanId is { } plan && await db.Plans.AnyAsync(x => x.Id == plan && x.Decision == PlanDecision.Consensus, ct);
}
