using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The opinion ledger 意见台账 of a plan; and one's own lines, wherever one answered.</summary>
public static class ListOpinions
{
    /// <param name="Round">Only of this round, by its number.</param>
    /// <param name="Stand">Only those who said this.</param>
    /// <param name="Open">Only what was said and not dealt with yet.</param>
    public sealed record Filter(int? Round = null, Stand? Stand = null, bool? Open = null);

    public static async Task<Ok<Page<OpinionView>>> Handle(
        Guid id, [AsParameters] PageQuery page, [AsParameters] Filter filter, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        await caller.DemandIn(db, (await db.Find<Plan>(id, ct)).AreaId, Rights.Readers, ct);
        return TypedResults.Ok(await Of(db, id, filter).Lines(page, db, ct));
    }

    public static async Task<Ok<Page<OpinionView>>> Mine([AsParameters] PageQuery page, Guid? plan, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var me = caller.Me;
        return TypedResults.Ok(await db.Opinions.Where(x => x.PersonId == me && (plan == null || x.PlanId == plan)).Lines(page, db, ct));
    }

    internal static IQueryable<Opinion> Of(MeetingsDb db, Guid plan, Filter filter)
    {
        var rows = db.Opinions.Where(x => x.PlanId == plan);
        if (filter.Round is { } round) rows = rows.Where(x => x.RoundNumber == round);
        if (filter.Stand is { } stand) rows = rows.Where(x => x.Stand == stand);
        return filter.Open is true ? rows.Undisposed() : rows;
    }

    // Newest first. The view joins much, so that the page is cut before it is made.
    private static async Task<Page<OpinionView>> Lines(this IQueryable<Opinion> rows, PageQuery page, MeetingsDb db, CancellationToken ct)
    {
        var cut = await rows.NewestFirst(page, x => x.Id, x => x, ct);
        var views = await db.Opinions.Where(x => cut.Items.Contains(x.Id)).OrderByDescending(x => x.Id).Views(db).AsSplitQuery().ToListAsync(ct);
        return new Page<OpinionView>(views, cut.Next);
    }
}
