using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Insights.Data;
using Platform.Insights.Domain;
using Platform.Kernel.Events;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Insights.Features;

/// <summary>Every step of an issue across all services, with those of the issues that were merged into it. Words are the reader's: Web makes them.</summary>
public static class ShowTimeline
{
    public sealed record View(
        Guid IssueId, string ReceiptNumber, IssueState State, Guid? AreaId, DateTimeOffset? SubmittedAt, string? MergedInto, IReadOnlyList<Entry> Entries);

    /// <summary>One step. ReceiptNumber is that of the issue it was about, where the fact names one.</summary>
    public sealed record Entry(
        DateTimeOffset At, string Service, string Kind, Guid? ActorId, Guid SubjectId, string? ReceiptNumber, EntryData Data);

    /// <summary>What may be told of a fact: only what is named here leaves, so nothing personal can.</summary>
    public sealed record EntryData
    {
        public Channel? Channel { get; init; }
        public string? Category { get; init; }
        public string? Campaign { get; init; }
        public Scale? Scale { get; init; }
        public AreaLevel? DeliberationLevel { get; init; }
        public bool? FastLane { get; init; }
        public string? IntoReceiptNumber { get; init; }
        public DateTimeOffset? StartsAt { get; init; }
        public int? Attended { get; init; }
        public bool? Quorate { get; init; }
        public ActionKind? Kind { get; init; }
        public string? Reason { get; init; }
        public IReadOnlyList<ResolvedAction>? Actions { get; init; }
        public int? Capacity { get; init; }
        public int? People { get; init; }
        public int? Minutes { get; init; }
        public int? PeopleServed { get; init; }
        public bool? Done { get; init; }
        public int? Score { get; init; }
        public int? Times { get; init; }
        public ClosedBecause? Because { get; init; }
        public int? Round { get; init; }
        public int? Rounds { get; init; }
        public int? PlanVersion { get; init; }
        public bool? ByVote { get; init; }
    }

    public static async Task<Ok<View>> Handle(string receiptNumber, Caller caller, InsightsDb db, ReadModels models, CancellationToken ct)
    {
        var issue = await db.Issues.AsNoTracking().SingleOrDefaultAsync(x => x.ReceiptNumber == receiptNumber && x.AreaId != null, ct)
            ?? throw new RefusedException(KernelRefusals.NotFound);
        var family = await models.Family(issue, ct);
        var path = (await db.Area(issue.AreaId!.Value, ct)).Path;
        if (!family.Any(x => x.AuthorId == caller.Me)) caller.Demand(path, InsightsApi.Readers);
        var mergedInto = await db.Issues.Where(x => x.Id == issue.MergedIntoId).Select(x => x.ReceiptNumber).SingleOrDefaultAsync(ct);
        var facts = await models.Story(family, ct);
        return TypedResults.Ok(new View(
            issue.Id, issue.ReceiptNumber!, issue.State, issue.AreaId, issue.SubmittedAt, mergedInto, [.. facts.InOrder().Select(Of)]));
    }

    private static Entry Of(StoredFact fact) => new(fact.At, fact.Service, fact.Kind, fact.ActorId, fact.SubjectId, fact.ReceiptNumber, DataOf(fact));

    // A type that we do not know may use one of these names for something else: then its time and kind are all that is told.
    private static EntryData DataOf(StoredFact fact)
    {
        try { return JsonSerializer.Deserialize<EntryData>(fact.Body, Wire.Json) ?? new EntryData(); }
        catch (JsonException) { return new EntryData(); }
    }
}
