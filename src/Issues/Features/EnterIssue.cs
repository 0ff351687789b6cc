using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Contracts.Directory.Grpc.V1;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Issues.Photos;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using DirectoryClient = Platform.Contracts.Directory.Grpc.V1.Directory.DirectoryClient;

namespace Platform.Issues.Features;

/// <summary>How a resident told the staff.</summary>
public enum EntryWay { Paper, Phone, Visit, TalkDay }

/// <summary>
/// Staff enter what a resident said 代为登记. Its author is the resident, found or made by phone as signing in would, so that he can follow,
/// confirm and rate it; without a phone nobody is known, and no name is shown to anybody.
/// </summary>
public static class EnterIssue
{
    private const int DaysBack = 366;

    public sealed record Request
    {
        [Needed, Text(Limits.Title, atLeast: 2)] public required string Title { get; init; }
        [Needed, Text(Limits.Text, atLeast: 2)] public required string Text { get; init; }
        [Needed, Text(40)] public required string Category { get; init; }

        /// <summary>The building, or whatever is known of the place.</summary>
        public required Guid AreaId { get; init; }

        public required EntryWay Way { get; init; }

        /// <summary>The day on which it was said: of the talk day, of the visit. Today unless told.</summary>
        public DateOnly? RaisedOn { get; init; }

        /// <summary>The resident's mobile number; nobody is known without it.</summary>
        [Text(30)] public string? Phone { get; init; }

        /// <summary>The resident's name, for one whom nobody is known by this phone yet.</summary>
        [Text(50)] public string? Name { get; init; }

        /// <summary>The author's name is not shown to the public.</summary>
        public bool HideName { get; init; }

        /// <summary>Photos that the caller uploaded before: of the sheet of paper, of the place.</summary>
        [AtMost(Photo.AtMost)] public IReadOnlyList<Guid>? PhotoIds { get; init; }
    }

    public static async Task<Created<ReportIssue.Answer>> Handle(
        Request asked, IssuesDb db, DirectoryClient directory, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var area = await db.Area(asked.AreaId, ct);
        var by = caller.ActAs(area.Path, IssueRights.Enterers);
        await db.DemandCategory(asked.Category, ct);
        var today = await db.Today(clock, ct);
        var day = asked.RaisedOn ?? today;
        if (day > today || day < today.AddDays(-DaysBack)) throw new RefusedException(IssueRefusals.NotThatDay);
        var author = await Author(asked, directory, ct);
        var told = new Report(
            asked.Title.Trim(), asked.Text.Trim(), asked.Category, new Place(area.Id, area.Path, area.Level), ChannelOf(asked.Way), null, author,
            asked.HideName || author is null, day);
        var now = clock.GetUtcNow();
        var issue = await db.InOne(async () =>
        {
            var (made, fact) = Issue.Report(told, await db.NextReceipt(now, ct), now, by);
            db.Add(made);
            await db.Attach(asked.PhotoIds, caller.Me, made.Id, null, ct);
            db.Say(made, fact);
            await db.SaveChangesAsync(ct);
            return made;
        }, ct);
        response.SetVersion(issue.Version);
        return TypedResults.Created($"/api/v1/issues/{issue.Id}", new ReportIssue.Answer(issue.Id, issue.ReceiptNumber));
    }

    // Directory asks by the caller's own token whether they may.
    private static async Task<Guid?> Author(Request asked, DirectoryClient directory, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(asked.Phone)) return null;
        var who = new ResidentByPhoneRequest { Phone = Phones.Normal(asked.Phone), Name = asked.Name?.Trim() ?? "" };
        return Guid.Parse((await directory.ResidentByPhoneAsync(who, cancellationToken: ct)).PersonId);
    }

    private static Channel ChannelOf(EntryWay way) => way switch
    {
        EntryWay.Paper => Channel.Paper,
        EntryWay.Phone => Channel.Phone,
        EntryWay.Visit => Channel.Visit,
        _ => Channel.TalkDay,
    };
}
