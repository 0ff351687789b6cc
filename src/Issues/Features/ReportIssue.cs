using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Issues.Photos;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>A resident reports, signed in with a password or with a phone and a one-time code alike.</summary>
public static class ReportIssue
{
    private static readonly Channel[] OfResidents = [Channel.Web, Channel.Poster, Channel.Api];

    public sealed record Request
    {
        [Needed, Text(Limits.Title, atLeast: 2)] public required string Title { get; init; }
        [Needed, Text(Limits.Text, atLeast: 2)] public required string Text { get; init; }
        [Needed, Text(40)] public required string Category { get; init; }

        /// <summary>The building, or whatever is known of the place.</summary>
        public required Guid AreaId { get; init; }

        /// <summary>Web unless told; Poster where there is a campaign.</summary>
        public Channel? Channel { get; init; }

        /// <summary>The poster's or stand's code.</summary>
        [RegularExpression("^[A-Za-z0-9-]{1,40}$")] public string? Campaign { get; init; }

        /// <summary>The author's name is not shown to the public.</summary>
        public bool HideName { get; init; }

        /// <summary>Photos that the caller uploaded before.</summary>
        [AtMost(Photo.AtMost)] public IReadOnlyList<Guid>? PhotoIds { get; init; }
    }

    public sealed record Answer(Guid Id, string ReceiptNumber);

    public static async Task<Created<Answer>> Handle(Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await Report(asked, db, caller, clock, ct);
        response.SetVersion(issue.Version);
        return TypedResults.Created($"/api/v1/issues/{issue.Id}", new Answer(issue.Id, issue.ReceiptNumber));
    }

    internal static async Task<Issue> Report(Request asked, IssuesDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var told = await Told(asked, db, caller, ct);
        var now = clock.GetUtcNow();
        // The number is taken in the transaction that the issue is saved in.
        return await db.InOne(async () =>
        {
            var (issue, fact) = Issue.Report(told, await db.NextReceipt(now, ct), now);
            db.Add(issue);
            await db.Attach(asked.PhotoIds, caller.Me, issue.Id, null, ct);
            db.Say(issue, fact);
            await db.SaveChangesAsync(ct);
            return issue;
        }, ct);
    }

    /// <exception cref="RefusedException">400 issue.unknown-category, or the category is retired.</exception>
    internal static async Task DemandCategory(this IssuesDb db, string code, CancellationToken ct)
    {
        // Only one that is offered is remembered: what is not is asked for again, and may be new.
        if (await db.Remembered($"category {code}", () => db.Categories.Where(x => x.Code == code && !x.IsRetired).Select(x => x.Code).SingleOrDefaultAsync(ct)) is not null) return;
        var category = await db.Categories.AsNoTracking().SingleOrDefaultAsync(x => x.Code == code, ct) ?? throw new RefusedException(IssueRefusals.UnknownCategory);
        throw new RefusedException(CategoryRefusals.Retired.With(IssueQuestions.IsEnglish ? category.NameEn : category.Name));
    }

    private static async Task<Report> Told(Request asked, IssuesDb db, Caller caller, CancellationToken ct)
    {
        var area = await db.Area(asked.AreaId, ct);
        await db.DemandCategory(asked.Category, ct);
        var channel = asked.Channel ?? (asked.Campaign is null ? Channel.Web : Channel.Poster);
        if (!OfResidents.Contains(channel) && !caller.Holds(area.Path, IssueRights.Staff)) throw new RefusedException(IssueRefusals.ChannelOfStaff);
        return new Report(
            asked.Title.Trim(), asked.Text.Trim(), asked.Category, new Place(area.Id, area.Path, area.Level), channel, asked.Campaign, caller.Me, asked.HideName);
    }
}
