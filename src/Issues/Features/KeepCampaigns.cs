using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>Campaigns: staff say why they ask, by what means, where and when, and give each poster and stand its own code.</summary>
public static class KeepCampaigns
{
    public sealed record View(
        Guid Id, string Code, string Name, string Purpose, IReadOnlyList<CampaignMeans> Means, Guid AreaId, string AreaName, DateOnly From, DateOnly To,
        IReadOnlyList<PlacementView> Placements, int Version);

    public sealed record PlacementView(Guid Id, string Code, CampaignMeans Means, string Where);

    public record PlanRequest
    {
        [Needed, Text(Limits.Title)] public required string Name { get; init; }

        /// <summary>Why people are asked; stands on the posters.</summary>
        [Needed, Text(Limits.What)] public required string Purpose { get; init; }
        [AtMost(10)] public IReadOnlyList<CampaignMeans>? Means { get; init; }
        public required Guid AreaId { get; init; }
        public required DateOnly From { get; init; }

        /// <summary>Its last day.</summary>
        public required DateOnly To { get; init; }
    }

    public sealed record BeginRequest : PlanRequest
    {
        /// <summary>What its posters' addresses carry; for good.</summary>
        [Needed, Text(32)] public required string Code { get; init; }
    }

    public record CorrectRequest
    {
        public required CampaignMeans Means { get; init; }

        /// <summary>“12号楼门厅”.</summary>
        [Needed, Text(Limits.Title)] public required string Where { get; init; }
    }

    public sealed record PlaceRequest : CorrectRequest
    {
        /// <summary>Stands behind the campaign's code; a number unless told.</summary>
        [Text(7)] public string? Suffix { get; init; }
    }

    /// <param name="Code">A campaign's code, or that of one of its placements.</param>
    public sealed record Filter(string? Code = null);

    public static async Task<Ok<Page<View>>> List([AsParameters] Filter filter, [AsParameters] PageQuery page, IssuesDb db, CancellationToken ct) => TypedResults.Ok(
        await db.Campaigns.AsNoTracking().Where(x => filter.Code == null || x.Code == filter.Code || x.Placements.Any(p => p.Code == filter.Code))
            .NewestFirst(page, ViewIn(db), x => x.Id, ct));

    public static async Task<Ok<View>> Get(Guid id, IssuesDb db, HttpResponse response, CancellationToken ct)
    {
        var view = await db.Campaigns.AsNoTracking().Where(x => x.Id == id).Select(ViewIn(db)).SingleOrDefaultAsync(ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        response.SetVersion(view.Version);
        return TypedResults.Ok(view);
    }

    public static async Task<Created<View>> Begin(BeginRequest asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        DemandCode(asked.Code);
        var plan = await db.PlanOf(asked, ct);
        var by = caller.ActAs(plan.Area.Path, IssueRights.Campaigners);
        if (await db.Placements.AnyAsync(x => x.Code == asked.Code, ct)) throw new RefusedException(CampaignRefusals.CodeTaken.With(asked.Code));

        var campaign = new Campaign(asked.Code, plan, by, clock.GetUtcNow());

        db.Add(campaign);
        await db.SaveOnce(CampaignRefusals.CodeTaken.With(asked.Code), ct);
        return TypedResults.Created($"/api/v1/issues/campaigns/{campaign.Id}", (await Get(campaign.Id, db, response, ct)).Value);
    }

    public static async Task<Ok<View>> Change(Guid id, PlanRequest asked, IssuesDb db, Caller caller, HttpResponse response, CancellationToken ct)
    {
        var campaign = await db.Find<Campaign>(id, ct);
        caller.Demand(campaign.AreaPath, IssueRights.Campaigners);
        var plan = await db.PlanOf(asked, ct);
        caller.Demand(plan.Area.Path, IssueRights.Campaigners);

        campaign.Plan(plan);

        await db.SaveChangesAsync(ct);
        return await Get(id, db, response, ct);
    }

    public static async Task<Ok<View>> Place(Guid id, PlaceRequest asked, IssuesDb db, Caller caller, HttpResponse response, CancellationToken ct)
    {
        var campaign = await db.Find<Campaign>(id, ct);
        caller.Demand(campaign.AreaPath, IssueRights.Campaigners);

        if (asked.Suffix is { } suffix) DemandCode(suffix);

        var placement = campaign.Place(asked.Suffix, asked.Means, asked.Where.Trim());
        db.Add(placement);

        if (await db.Campaigns.AnyAsync(x => x.Code == placement.Code, ct)) throw new RefusedException(CampaignRefusals.CodeTaken.With(placement.Code));
        await db.SaveOnce(CampaignRefusals.CodeTaken.With(placement.Code), ct);
        return await Get(id, db, response, ct);
    }

    /// <summary>Where it hangs, or what it is, was written down wrongly; its code is printed, and stays.</summary>
    public static async Task<Ok<View>> Correct(
        Guid id, Guid placementId, CorrectRequest asked, IssuesDb db, Caller caller, HttpResponse response, CancellationToken ct)
    {
        var campaign = await db.Find<Campaign>(id, ct);
        caller.Demand(campaign.AreaPath, IssueRights.Campaigners);
        var placement = await db.Placements.SingleOrDefaultAsync(x => x.Id == placementId && x.CampaignId == id, ct) ?? throw new RefusedException(KernelRefusals.NotFound);

        placement.At(asked.Means, asked.Where.Trim());

        // The campaign itself has not changed, but whoever looks at it has another one before them.
        db.Entry(campaign).Property(x => x.Placed).IsModified = true;
        await db.SaveChangesAsync(ct);
        return await Get(id, db, response, ct);
    }

    // As posters' addresses have it.
    private static void DemandCode(string code)
    {
        if (code.Length == 0 || !code.All(x => char.IsAsciiLetterOrDigit(x) || x is '-')) throw new RefusedException(CampaignRefusals.BadCode);
    }

    private static async Task<CampaignPlan> PlanOf(this IssuesDb db, PlanRequest asked, CancellationToken ct)
    {
        var area = await db.Area(asked.AreaId, ct);
        return new CampaignPlan(asked.Name.Trim(), asked.Purpose.Trim(), asked.Means ?? [], new Domain.Place(area.Id, area.Path, area.Level), asked.From, asked.To);
    }

    private static Expression<Func<Campaign, View>> ViewIn(IssuesDb db) => x => new View(
        x.Id, x.Code, x.Name, x.Purpose, x.Means, x.AreaId, db.Areas.Where(a => a.Id == x.AreaId).Select(a => a.Name).FirstOrDefault() ?? "", x.From, x.To,
        x.Placements.OrderBy(p => p.Id).Select(p => new PlacementView(p.Id, p.Code, p.Means, p.Where)).ToList(), x.Version);
}
