using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>An issue with everything that belongs to it, as far as this reader may see it.</summary>
internal static class IssueInFull
{
    private static GetIssue.RequestView ViewOf(IssueRequest x, Guid reader) =>
        new(x.Kind, x.AskedById, x.AskedByRole, x.AskedById == reader, x.AskedAt, x.Words, x.Days, x.Until, x.Whose);

    public static async Task<GetIssue.View> Of(Issue issue, IssuesDb db, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var photos = await db.Photos.Where(x => x.IssueId == issue.Id).OrderBy(x => x.Id).Select(x => new { x.Id, x.ActionId, x.ReleasedAt }).ToListAsync(ct);
        var areas = await db.NamesOf([issue.AreaId, issue.DeliberationAreaId ?? issue.AreaId, .. issue.Actions.Select(x => x.AreaId)], ct);
        var (together, inside, reader) = (db.Together(issue.Id), caller.IsInside(issue), caller.Me);
        return new GetIssue.View
        {
            Id = issue.Id, Version = issue.Version, ReceiptNumber = issue.ReceiptNumber, Status = issue.Status, Title = issue.Title, Text = issue.Text,
            ExternalNumber = inside ? issue.ExternalNumber : null, WantedBy = issue.WantedBy, IsConfidential = issue.IsConfidential,
            Category = issue.Category, CategoryName = await db.CategoryName(issue.Category, ct),
            AreaId = issue.AreaId, AreaName = areas[issue.AreaId], AreaPath = issue.AreaPath,
            Channel = issue.Channel, Campaign = issue.Campaign, AuthorId = issue.AuthorId, IsMine = issue.AuthorId == reader, HideName = issue.HideName,
            SubmittedAt = issue.SubmittedAt, RaisedOn = issue.RaisedOn, Entry = issue.Entry, EnteredById = inside ? issue.EnteredById : null, Scale = issue.Scale, FastLane = issue.FastLane, DeliberationAreaId = issue.DeliberationAreaId,
            DeliberationAreaName = issue.DeliberationAreaId is { } there ? areas[there] : null, DeliberationLevel = issue.DeliberationLevel,
            HandlerId = issue.HandlerId, Class = issue.Class, Deadline = DeadlineView.Of(issue.Clock, await db.Calendar(ct), now), EverOverdue = issue.EverOverdue,
            SuspendedUntil = issue.SuspendedUntil, Asking = inside && issue.Asking is { } asked ? ViewOf(asked, reader) : null, AppealPending = issue.AppealPending,
            CanAppeal = issue is { Status: IssueStatus.Declined, Appealed: false }, Reopened = issue.Reopened, RateBy = issue.RateBy, Score = issue.Score,
            ClosedBecause = issue.ClosedBecause,
            Endorsements = await db.EndorsementsOf(issue.Id, ct), Authors = await db.Issues.Where(x => together.Contains(x.Id) && x.AuthorId != null).Select(x => x.AuthorId).Distinct().CountAsync(ct),
            CanRate = await db.CanRate(issue, reader, ct),
            Followers = await db.Followers.Where(x => together.Contains(x.IssueId)).Select(x => x.PersonId).Distinct().CountAsync(ct),
            PhotoIds = [.. photos.Where(x => x.ActionId is null).Select(x => x.Id)],
            ReleasedPhotoIds = [.. photos.Where(x => x.ReleasedAt is not null).Select(x => x.Id)],
            Actions =
            [
                .. issue.Actions.OrderBy(x => x.Id).Select(x => new GetIssue.ActionView(
                    x.Id, x.ResolutionId, x.Kind, x.What, x.AreaId, areas[x.AreaId], x.DueOn, x.State, x.AssigneeId, x.DoneAt, x.Note, x.IsOurs,
                    [.. photos.Where(p => p.ActionId == x.Id).Select(p => p.Id)])),
            ],
            History = await db.HistoryOf(issue, inside, ct),
            Triages = inside ? await db.TriagesOf(issue, ct) : [],
            MergedInto = issue.MergedIntoId is { } into ? (await db.Brief(x => x.Id == into, ct)).Single() : null,
            Merged = await db.Brief(x => x.MergedIntoId == issue.Id, ct),
            Posted = await db.PostedRequests.AsNoTracking().Where(x => x.IssueId == issue.Id).Select(x => new GetIssue.PostedView(
                x.IntegratorId, x.Latitude, x.Longitude, x.Address, x.MediaUrl, x.Answers, x.Contact != null)).SingleOrDefaultAsync(ct),
        };
    }
}
