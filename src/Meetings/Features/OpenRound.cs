using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>A round of consent on the latest version is announced.</summary>
public static class OpenRound
{
    /// <param name="From">The first day, in the street's zone; without it today.</param>
    /// <param name="To">The last day.</param>
    /// <param name="Asked">How many are asked; without it the households of the area.</param>
    public sealed record Request(DateOnly? From, [property: Needed] DateOnly? To, [property: Between(1, 1_000_000)] int? Asked);

    public sealed record Opened(Guid Id, int Number);

    public static async Task<Created<Opened>> Handle(
        Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var plan = await db.PlanToRun(id, caller, ct);
        var (now, zone) = (clock.GetUtcNow(), (await db.Street(ct)).Zone);

        var round = plan.OpenRound(request.From ?? Kernel.Time.TenantTime.DayIn(now, zone), request.To!.Value, request.Asked ?? await Households(db, plan.AreaId, ct), zone, now);

        db.Say(plan, new PlanRoundOpened
        {
            BodyId = plan.BodyId, AreaId = plan.AreaId, RoundId = round.Id, Round = round.Number, PlanVersion = round.VersionNumber, From = round.From, To = round.To,
            StakeholderIds = [.. plan.Stakeholders.Where(x => !x.Gone).Select(x => x.PersonId)],
        });
        await db.SaveChangesAsync(ct);
        response.SetVersion(plan.Version);
        return TypedResults.Created($"/api/v1/meetings/plans/{id}", new Opened(round.Id, round.Number));
    }

    // Of the buildings where they are known, for these add up; else as the area itself says.
    private static async Task<int> Households(MeetingsDb db, Guid areaId, CancellationToken ct)
    {
        var area = await db.Area(areaId, ct);
        var within = db.AreasWithin([area.Path]);
        var buildings = await db.Areas.Where(x => x.Level == AreaLevel.Building && within.Contains(x.Id)).SumAsync(x => x.Households, ct);
        return buildings > 0 ? buildings : area.Households;
    }
}
