using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>Whose consent a plan needs: the list as it is to be.</summary>
public static class NameStakeholders
{
    public sealed record Request([property: Needed, AtMost(100)] IReadOnlyList<DraftPlan.StakeholderRequest>? Stakeholders);

    public static async Task<NoContent> Handle(Guid id, Request request, MeetingsDb db, Caller caller, HttpResponse response, CancellationToken ct)
    {
        var plan = await db.PlanToRun(id, caller, ct);

        plan.Name([.. request.Stakeholders!.Select(x => x.Named)]);

        await db.SaveChangesAsync(ct);
        response.SetVersion(plan.Version);
        return TypedResults.NoContent();
    }
}
