using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>What I have given, as the ledger says.</summary>
public static class MyHours
{
    public sealed record View(int Minutes, int Stars, int? NextStarAtHours, IReadOnlyList<Entry> Entries, string? Next);

    public sealed record Entry(Guid Id, Guid ActivityId, string Activity, int Minutes, DateTimeOffset At, string? Reason);

    public static async Task<Ok<View>> Handle([AsParameters] PageQuery page, Caller caller, VolunteersDb db, CancellationToken ct)
    {
        var me = caller.Me;
        var mine = db.Hours.AsNoTracking().Where(x => x.PersonId == me);
        var minutes = await mine.SumAsync(x => x.Minutes, ct);
        var entries = await mine.NewestFirst(page, x => new Entry(
            x.Id, x.ActivityId, db.Activities.Where(a => a.Id == x.ActivityId).Select(a => a.Title).Single(), x.Minutes, x.At, x.Reason), x => x.Id, ct);
        return TypedResults.Ok(new View(minutes, Stars.Of(minutes), Stars.Next(minutes), entries.Items, entries.Next));
    }
}
