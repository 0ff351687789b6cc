using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>The mediator writes down each meeting, and what came of it.</summary>
public static class RecordMediation
{
    private const int DaysBack = 366;

    public sealed record SessionRequest
    {
        /// <summary>The day, in the street's zone; today or up to a year ago.</summary>
        public required DateOnly On { get; init; }

        [Needed, AtMost(MediationPapers.PartiesAtMost)] public required IReadOnlyList<string> Present { get; init; }
        [Needed, Text(Limits.Text, atLeast: 2)] public required string Said { get; init; }
    }

    public sealed record EndRequest
    {
        /// <summary>Agreed, Failed or Referred.</summary>
        public required MediationState Outcome { get; init; }

        /// <summary>The agreement, or why there is none.</summary>
        [Needed, Text(MediationPapers.OutcomeAtMost, atLeast: 2)] public required string Words { get; init; }

        /// <summary>To whom; of a referral.</summary>
        [Text(Limits.Whose)] public string? To { get; init; }
    }

    public static async Task<NoContent> Session(
        Guid id, SessionRequest asked, IssuesDb db, Caller caller, Phones phones, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var mediation = await db.Find<Mediation>(id, ct);
        var by = caller.ActAsMediator(mediation, await db.PathOf(mediation, ct));
        var today = await db.Today(clock, ct);
        if (asked.On > today || asked.On < today.AddDays(-DaysBack)) throw new RefusedException(MediationRefusals.NotThatDay);
        var said = new Said(MediationPapers.Names(asked.Present, 1), asked.Said.Trim());

        db.Add(mediation.Meet(asked.On, phones.Seal(said), by, clock.GetUtcNow()));

        return await db.Saved(mediation, response, ct);
    }

    public static async Task<NoContent> End(
        Guid id, EndRequest asked, IssuesDb db, Caller caller, Phones phones, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var mediation = await db.Find<Mediation>(id, ct);
        caller.ActAsMediator(mediation, await db.PathOf(mediation, ct));
        var referred = asked.Outcome is MediationState.Referred;
        if (!MediationMoves.Ended.Contains(asked.Outcome) || referred && string.IsNullOrWhiteSpace(asked.To)) throw new RefusedException(MediationRefusals.NoOutcome);

        mediation.End(asked.Outcome, phones.Seal(new Outcome(asked.Words.Trim(), referred ? asked.To!.Trim() : null)), clock.GetUtcNow());

        return await db.Saved(mediation, response, ct);
    }

    /// <summary>Where its issue is, now: what rights are asked with.</summary>
    internal static Task<string> PathOf(this IssuesDb db, Mediation mediation, CancellationToken ct) =>
        db.Issues.Where(x => x.Id == mediation.IssueId).Select(x => x.AreaPath).SingleAsync(ct);

    private static async Task<NoContent> Saved(this IssuesDb db, Mediation mediation, HttpResponse response, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        response.SetVersion(mediation.Version);
        return TypedResults.NoContent();
    }
}
