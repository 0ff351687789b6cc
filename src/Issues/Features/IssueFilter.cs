using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;

namespace Platform.Issues.Features;

/// <param name="Status">One or more states.</param>
/// <param name="AreaId">There and below.</param>
/// <param name="Scale">Small, Major, Hard.</param>
/// <param name="Category">A category's code; those below it count with it.</param>
/// <param name="Channel">One or more channels.</param>
/// <param name="From">Submitted on this day or later.</param>
/// <param name="To">Submitted on this day or before.</param>
/// <param name="Q">Words in the title, the text or the receipt number, separated by spaces; every one of them.</param>
/// <param name="Mine">Those that the caller handles.</param>
/// <param name="HandlerId">Those that this person handles.</param>
/// <param name="Unassigned">Those that nobody handles yet.</param>
/// <param name="Appeals">Those with an appeal to decide.</param>
/// <param name="Asked">Those where something waits for a second person.</param>
/// <param name="Overdue">Those whose clock ran out.</param>
/// <param name="DueBy">Those whose clock runs out on this day or before.</param>
/// <param name="ByLateness">Those whose clock runs, the most urgent first.</param>
/// <param name="RaisedOn">The day on which it was raised, where it was entered later: a talk day.</param>
/// <param name="Unconfirmed">Those entered for a resident that nobody confirmed or countersigned yet.</param>
/// <param name="MergedInto">Those that were merged into this one.</param>
/// <param name="Campaign">A campaign's code; those of its placements count with it.</param>
/// <param name="CampaignCode">Exactly the code that the issue carries.</param>
/// <param name="FirstTime">Those that were the first of their author here.</param>
/// <param name="Open">Those that have not ended.</param>
/// <param name="ExternalNumber">The one with this number of another office: the hotline's order.</param>
public sealed record IssueFilter(
    IssueStatus[]? Status = null, Guid? AreaId = null, Scale? Scale = null, string? Category = null, Channel[]? Channel = null, DateOnly? From = null,
    DateOnly? To = null, string? Q = null, bool? Mine = null, Guid? HandlerId = null, bool? Unassigned = null, bool? Appeals = null,
    Guid? MergedInto = null, bool? Asked = null, bool? Overdue = null, DateOnly? DueBy = null, bool? ByLateness = null,
    DateOnly? RaisedOn = null, bool? Unconfirmed = null, string? Campaign = null, string? CampaignCode = null, bool? FirstTime = null, bool? Open = null,
    string? ExternalNumber = null)
{
    // A day beyond these is a slip of the keyboard, and asks for the same.
    private static readonly DateOnly Earliest = new(1990, 1, 1), Latest = new(2200, 1, 1);

    /// <summary>The issues that pass, of those whose areas the caller reads for.</summary>
    internal async Task<IQueryable<Issue>> Of(IssuesDb db, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var issues = db.Issues.AsNoTracking().Within(caller.AreasOf(IssueRights.Readers));
        if (Status is { Length: > 0 } states) issues = issues.Where(x => states.Contains(x.Status));
        if (Open is true) issues = issues.Where(x => IssueMoves.Open.Contains(x.Status));
        if (Channel is { Length: > 0 } channels) issues = issues.Where(x => channels.Contains(x.Channel));
        if (Scale is { } scale) issues = issues.Where(x => x.Scale == scale);
        if (Mine is true) issues = issues.Where(x => x.HandlerId == caller.Me);
        if (HandlerId is { } handler) issues = issues.Where(x => x.HandlerId == handler);
        if (Unassigned is true) issues = issues.Where(x => x.HandlerId == null);
        if (Appeals is true) issues = issues.Where(x => x.AppealPending);
        if (Asked is true) issues = issues.Where(x => x.IsAsked);
        if (RaisedOn is { } day) issues = issues.Where(x => x.RaisedOn == day);
        if (Unconfirmed is true) issues = issues.Where(x => x.Entry == EntryState.Unconfirmed || x.Entry == EntryState.Disowned);
        if (Campaign is { } campaign) issues = issues.ByCampaign(db, campaign);
        if (CampaignCode is { } exactly) issues = issues.Where(x => x.Campaign == exactly);
        if (FirstTime is true) issues = issues.FirstOfItsAuthor(db);
        // PostgreSQL takes no NUL, and no number has one.
        if (ExternalNumber?.Replace("\0", "", StringComparison.Ordinal) is { Length: > 0 } number) issues = issues.Where(x => x.ExternalNumber == number);
        if (MergedInto is { } into) issues = issues.Where(x => x.MergedIntoId == into);
        if (Category is { Length: > 0 } category)
        {
            string[] codes = [category, .. await db.Categories.Where(x => x.ParentCode == category).Select(x => x.Code).ToListAsync(ct)];
            issues = issues.Where(x => codes.Contains(x.Category));
        }

        if (AreaId is { } areaId) issues = issues.Within((await db.Area(areaId, ct)).Path);
        return (await Timed(issues, db, now, ct)).Saying(db, Q);
    }

    private async Task<IQueryable<Issue>> Timed(IQueryable<Issue> issues, IssuesDb db, DateTimeOffset now, CancellationToken ct)
    {
        if (Overdue is true) issues = issues.Where(x => x.DueAt <= now);
        if (From is null && To is null && DueBy is null) return issues;
        var zone = (await db.Street(ct)).Zone;
        DateTimeOffset Start(DateOnly day, int after) => (day < Earliest ? Earliest : day > Latest ? Latest : day).AddDays(after).StartIn(zone);
        if (From is { } from && Start(from, 0) is var since) issues = issues.Where(x => x.SubmittedAt >= since);
        if (To is { } to && Start(to, 1) is var until) issues = issues.Where(x => x.SubmittedAt < until);
        if (DueBy is { } by && Start(by, 1) is var end) issues = issues.Where(x => x.DueAt <= end);
        return issues;
    }
}
