using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
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
        public required Guid AuthorId { get; init; }
        public required bool IsMine { get; init; }
        public required bool HideName { get; init; }
        public required DateTimeOffset SubmittedAt { get; init; }
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
        public required int Endorsements { get; init; }
        public required int Followers { get; init; }
        public required IReadOnlyList<Guid> PhotoIds { get; init; }
        public required IReadOnlyList<ActionView> Actions { get; init; }
        public required IReadOnlyList<HistoryView> History { get; init; }
        public MergedView? MergedInto { get; init; }
        public required IReadOnlyList<MergedView> Merged { get; init; }
    }

    public sealed record ActionView(
        Guid Id, Guid? ResolutionId, ActionKind Kind, string What, Guid AreaId, string AreaName, DateOnly DueOn, ActionState State, Guid? AssigneeId,
        DateTimeOffset? DoneAt, string? Note, bool IsOurs, IReadOnlyList<Guid> PhotoIds);

    public sealed record HistoryView(
        DateTimeOffset At, IssueAct Act, IssueStatus From, IssueStatus To, bool ByAuthor, Role? ByRole, Guid? ById, string? Words, string? About);

    public sealed record RequestView(
        RequestKind Kind, Guid AskedById, Role? AskedByRole, bool IsMine, DateTimeOffset AskedAt, string Words, int? Days, DateTimeOffset? Until, string? Whose);

    public sealed record MergedView(Guid Id, string ReceiptNumber, string Title, IssueStatus Status);

    public static async Task<Ok<View>> Handle(Guid id, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        caller.DemandToRead(issue);
        response.SetVersion(issue.Version);
        return TypedResults.Ok(await Of(issue, db, caller, clock.GetUtcNow(), ct));
    }

    private static RequestView ViewOf(IssueRequest x, Guid reader) =>
        new(x.Kind, x.AskedById, x.AskedByRole, x.AskedById == reader, x.AskedAt, x.Words, x.Days, x.Until, x.Whose);

    internal static async Task<View> Of(Issue issue, IssuesDb db, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var photos = await db.Photos.Where(x => x.IssueId == issue.Id).OrderBy(x => x.Id).Select(x => new { x.Id, x.ActionId }).ToListAsync(ct);
        var areas = await db.NamesOf([issue.AreaId, issue.DeliberationAreaId ?? issue.AreaId, .. issue.Actions.Select(x => x.AreaId)], ct);
        var (together, inside, reader) = (db.Together(issue.Id), caller.IsInside(issue), caller.Me);
        return new View
        {
            Id = issue.Id, Version = issue.Version, ReceiptNumber = issue.ReceiptNumber, Status = issue.Status, Title = issue.Title, Text = issue.Text,
            Category = issue.Category, CategoryName = await db.CategoryName(issue.Category, ct),
            AreaId = issue.AreaId, AreaName = areas[issue.AreaId], AreaPath = issue.AreaPath,
            Channel = issue.Channel, Campaign = issue.Campaign, AuthorId = issue.AuthorId, IsMine = issue.AuthorId == reader, HideName = issue.HideName,
            SubmittedAt = issue.SubmittedAt, Scale = issue.Scale, FastLane = issue.FastLane, DeliberationAreaId = issue.DeliberationAreaId,
            DeliberationAreaName = issue.DeliberationAreaId is { } there ? areas[there] : null, DeliberationLevel = issue.DeliberationLevel,
            HandlerId = issue.HandlerId, Class = issue.Class, Deadline = DeadlineView.Of(issue.Clock, await db.Calendar(ct), now), EverOverdue = issue.EverOverdue,
            SuspendedUntil = issue.SuspendedUntil, Asking = inside && issue.Asking is { } asked ? ViewOf(asked, reader) : null, AppealPending = issue.AppealPending,
            CanAppeal = issue is { Status: IssueStatus.Declined, Appealed: false }, Reopened = issue.Reopened, RateBy = issue.RateBy, Score = issue.Score,
            ClosedBecause = issue.ClosedBecause,
            Endorsements = await db.Endorsements.Where(x => together.Contains(x.IssueId)).Select(x => x.PersonId).Distinct().CountAsync(ct),
            Followers = await db.Followers.Where(x => together.Contains(x.IssueId)).Select(x => x.PersonId).Distinct().CountAsync(ct),
            PhotoIds = [.. photos.Where(x => x.ActionId is null).Select(x => x.Id)],
            Actions =
            [
                .. issue.Actions.OrderBy(x => x.Id).Select(x => new ActionView(
                    x.Id, x.ResolutionId, x.Kind, x.What, x.AreaId, areas[x.AreaId], x.DueOn, x.State, x.AssigneeId, x.DoneAt, x.Note, x.IsOurs,
                    [.. photos.Where(p => p.ActionId == x.Id).Select(p => p.Id)])),
            ],
            History = await db.HistoryOf(issue, inside, ct),
            MergedInto = issue.MergedIntoId is { } into ? (await db.Brief(x => x.Id == into, ct)).Single() : null,
            Merged = await db.Brief(x => x.MergedIntoId == issue.Id, ct),
        };
    }
}
