using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>One issue with everything, for its author and for whoever reads for its area.</summary>
public static class GetIssue
{
    public sealed record View
    {
        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required string ReceiptNumber { get; init; }
        public required IssueStatus Status { get; init; }
        public required string Title { get; init; }
        public required string Text { get; init; }
        public required string Category { get; init; }
        public required string CategoryName { get; init; }
        public required Guid AreaId { get; init; }
        public required string AreaName { get; init; }
        public required string AreaPath { get; init; }
        public required Channel Channel { get; init; }
        public string? Campaign { get; init; }

        /// <summary>Null where staff entered it and nobody is known.</summary>
        public Guid? AuthorId { get; init; }

        /// <summary>The number that another office gave it; its author doesn't see it.</summary>
        public string? ExternalNumber { get; init; }

        /// <summary>By when that office wants it done.</summary>
        public DateOnly? WantedBy { get; init; }

        /// <summary>The public never sees it.</summary>
        public bool IsConfidential { get; init; }

        public required bool IsMine { get; init; }
        public required bool HideName { get; init; }
        public required DateTimeOffset SubmittedAt { get; init; }

        /// <summary>The day on which it was raised, where it was entered later.</summary>
        public DateOnly? RaisedOn { get; init; }

        /// <summary>Whether what was entered in somebody's stead stands; null where its author wrote it.</summary>
        public EntryState? Entry { get; init; }

        /// <summary>Who entered it; its author doesn't see it.</summary>
        public Guid? EnteredById { get; init; }

        public Scale? Scale { get; init; }
        public required bool FastLane { get; init; }
        public Guid? DeliberationAreaId { get; init; }
        public string? DeliberationAreaName { get; init; }
        public AreaLevel? DeliberationLevel { get; init; }
        public Guid? HandlerId { get; init; }
        public HandlingClass? Class { get; init; }

        /// <summary>The clock that runs or is paused; null where none does.</summary>
        public DeadlineView? Deadline { get; init; }

        /// <summary>One of its clocks was overdue at some time.</summary>
        public required bool EverOverdue { get; init; }

        public DateTimeOffset? SuspendedUntil { get; init; }

        /// <summary>What waits for a second person. Its author doesn't see it.</summary>
        public RequestView? Asking { get; init; }

        public required bool AppealPending { get; init; }
        public required bool CanAppeal { get; init; }
        public required int Reopened { get; init; }
        public DateTimeOffset? RateBy { get; init; }
        public int? Score { get; init; }
        public ClosedBecause? ClosedBecause { get; init; }

        /// <summary>How many reported it: its author, and those of what was merged into it.</summary>
        public required int Authors { get; init; }

        /// <summary>Its result waits for a rating, and the reader is one of those who may give it.</summary>
        public required bool CanRate { get; init; }

        /// <summary>Without those who reported it themselves.</summary>
        public required int Endorsements { get; init; }
        public required int Followers { get; init; }
        public required IReadOnlyList<Guid> PhotoIds { get; init; }

        /// <summary>Of all its photos, those that the public sees.</summary>
        public required IReadOnlyList<Guid> ReleasedPhotoIds { get; init; }

        public required IReadOnlyList<ActionView> Actions { get; init; }
        public required IReadOnlyList<HistoryView> History { get; init; }

        /// <summary>What was decided at each triage, and what the rules proposed. Its author doesn't see it.</summary>
        public required IReadOnlyList<TriageView> Triages { get; init; }

        public MergedView? MergedInto { get; init; }
        public required IReadOnlyList<MergedView> Merged { get; init; }

        /// <summary>What another system told with it; null where none posted it.</summary>
        public PostedView? Posted { get; init; }
    }

    public sealed record ActionView(
        Guid Id, Guid? ResolutionId, ActionKind Kind, string What, Guid AreaId, string AreaName, DateOnly DueOn, ActionState State, Guid? AssigneeId,
        DateTimeOffset? DoneAt, string? Note, bool IsOurs, IReadOnlyList<Guid> PhotoIds);

    public sealed record HistoryView(
        DateTimeOffset At, IssueAct Act, IssueStatus From, IssueStatus To, bool ByAuthor, Role? ByRole, Guid? ById, string? Words, string? About);

    public sealed record RequestView(
        RequestKind Kind, Guid AskedById, Role? AskedByRole, bool IsMine, DateTimeOffset AskedAt, string Words, int? Days, DateTimeOffset? Until, string? Whose);

    public sealed record MergedView(Guid Id, string ReceiptNumber, string Title, IssueStatus Status);

    /// <param name="HasContact">Somebody is named whom staff may call back.</param>
    public sealed record PostedView(
        Guid? IntegratorId, double? Latitude, double? Longitude, string? Address, string? MediaUrl, IReadOnlyList<Answered> Answers, bool HasContact);

    public static async Task<Ok<View>> Handle(Guid id, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        caller.DemandToRead(issue);
        response.SetVersion(issue.Version);
        return TypedResults.Ok(await IssueInFull.Of(issue, db, caller, clock.GetUtcNow(), ct));
    }
}
