using Microsoft.Extensions.Localization;
using Platform.Web.Clients;
using Platform.Web.Clients.Issues;
using Platform.Web.Clients.Meetings;
using Platform.Web.Clients.Partners;
using Platform.Web.Clients.Volunteers;
using Platform.Web.Gateway;
using Activity = Platform.Web.Clients.Volunteers.ToDoWhat;
using Meeting = Platform.Web.Clients.Meetings.ToDoWhat;
using Need = Platform.Web.Clients.Partners.ToDoWhat;

namespace Platform.Web.Console.ToDo;

/// <summary>Asks each service what waits for the reader. One that is away costs its own part only; one where the reader has no part says nothing.</summary>
public sealed class WhatWaits(IssuesClient issues, MeetingsClient meetings, VolunteersClient volunteers, PartnersClient partners, IStringLocalizer<ToDoTexts> texts)
{
    // Nobody waits for the whole morning's list because one service hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    /// <summary>Service by service; null where one did not answer.</summary>
    public async Task<IReadOnlyList<(string Service, IReadOnlyList<WaitingKind>? Kinds)>> Ask() => await Task.WhenAll(
        Of("Issues", FromIssues), Of("Meetings", FromMeetings), Of("Partners", FromPartners), Of("Volunteers", FromVolunteers));

    private static async Task<(string, IReadOnlyList<WaitingKind>?)> Of(string service, Func<Task<IReadOnlyList<WaitingKind>>> ask)
    {
        try
        {
            return (service, await ask().WaitAsync(Patience));
        }
        catch (ApiException said) when (said.StatusCode == StatusCodes.Status403Forbidden)
        {
            return (service, []);
        }
        catch (Exception e) when (e.IsAway() || e is TimeoutException or ApiException { StatusCode: >= 500 })
        {
            return (service, null);
        }
    }

    private async Task<IReadOnlyList<WaitingKind>> FromIssues()
    {
        var count = await issues.CountToDoAsync();
        var mine = count.MyActions > 0 ? (await issues.ListActionsAsync()).Items : [];
        // Those whose clock runs, the most urgent first; what is in action waits for others, until it is late.
        var urgent = count.ToAccept + count.ToTriage + count.Overdue > 0
            ? (await issues.ListIssuesAsync([IssueStatus.Submitted, IssueStatus.Accepted, IssueStatus.InAction], byLateness: true, limit: 10)).Items : [];
        Waiting[] FirstOf(string what, Func<ListIssuesRow, bool> which) =>
            [.. urgent.Where(which).Select(x => new Waiting(what, x.Title, $"/console/issues/{x.Id}", x.SubmittedAt, x.Deadline?.DueOn))];
        WaitingKind[] kinds =
        [
            new("Issues.Accept", count.ToAccept, "/console/issues?status=Submitted", FirstOf("Issues.Accept", x => x.Status is IssueStatus.Submitted)), new("Issues.Appeal", count.Appeals, "/console/issues?appeals=true", []),
            new("Issues.Triage", count.ToTriage, "/console/issues?status=Accepted", FirstOf("Issues.Triage", x => x.Status is IssueStatus.Accepted)), new("Issues.Give", count.ToGiveActions, "/console/issues?status=Triaged", []),
            new("Issues.Reassign", count.ToReassign, "/console/issues?status=InAction", []), new("Issues.Verify", count.ToVerify, "/console/issues?status=Verifying", []),
            new("Issues.Approve", count.ToApprove, "/console/issues?asked=true", []), new("Issues.Overdue", count.Overdue, "/console/issues?overdue=true", FirstOf("Issues.Overdue", x => x is { Status: IssueStatus.InAction, Deadline.Overdue: true })),
            new("Issues.Countersign", count.ToCountersign, "/console/issues?unconfirmed=true", []),
            new("Issues.SignDispatch", count.DispatchesToSign, "/console/dispatches?state=Dispatched", []), new("Issues.CloseDispatch", count.DispatchesToClose, "/console/dispatches?state=Handled", []),
            new("Issues.Comments", count.Comments, "/console/comments", []),
            new("Issues.Act", count.MyActions, "/console/issues?status=InAction",
                [.. mine.Select(x => new Waiting("Issues.Act", $"{x.What} · {x.Title}", $"/console/issues/{x.IssueId}", null, x.DueOn))]),
        ];
        return [.. kinds.Where(x => x.Count > 0)];
    }

    private async Task<IReadOnlyList<WaitingKind>> FromMeetings() => [.. (await meetings.MeetingsToDoAsync()).Select(group => new WaitingKind(
        $"Meetings.{group.What}", group.Count, group.What switch
        {
            Meeting.Found or Meeting.Plan => "/console/meetings/bodies", Meeting.Convene => "/console/meetings?state=Planned", Meeting.Open => "/console/meetings?state=Convened",
            Meeting.Missed => "/console/meetings/measures/periods?kept=false", Meeting.Answer => "/console/meetings/plans?stage=Consulting", Meeting.Weigh => "/console/meetings/plans?stage=Weighing",
            Meeting.Conclude => "/console/meetings?state=InSession", Meeting.Publish or Meeting.Approve => "/console/meetings?state=Concluded", _ => "/console/meetings/follow-ups?state=Open",
        },
        [.. group.First.Select(x => new Waiting($"Meetings.{group.What}", group.What is Meeting.Found or Meeting.Plan ? texts["Issues.Count", x.Title, x.Count] : x.Title,
            group.What switch
            {
                Meeting.Found => $"/console/meetings/bodies/new?area={x.Id}", Meeting.Plan => $"/console/meetings/bodies/{x.Id}", Meeting.Missed => $"/console/meetings/bodies/{x.Id}/series",
                Meeting.Publish or Meeting.Approve => $"/console/meetings/{x.Id}/minutes", Meeting.Review => $"/console/meetings/resolutions/{x.Id}",
                Meeting.Answer or Meeting.Weigh => $"/console/meetings/plans/{x.Id}", _ => $"/console/meetings/{x.Id}",
            }, x.Since, x.DueOn))]))];

    private async Task<IReadOnlyList<WaitingKind>> FromVolunteers() => [.. (await volunteers.VolunteersToDoAsync()).Select(group => new WaitingKind(
        $"Volunteers.{group.What}", group.Count, group.What switch
        {
            Activity.Arrange => "/console/volunteers?status=Draft", Activity.Verify => "/console/volunteers?status=Finished", _ => "/console/volunteers",
        },
        [.. group.First.Select(x => new Waiting($"Volunteers.{group.What}", x.Title, $"/console/volunteers/{x.Id}", x.Since, group.What is Activity.Arrange ? x.DueOn : null))]))];

    private async Task<IReadOnlyList<WaitingKind>> FromPartners() => [.. (await partners.PartnersToDoAsync()).Select(group => new WaitingKind(
        $"Partners.{group.What}", group.Count, group.What switch
        {
            Need.Serve => "/console/partners?status=Matched", Need.Confirm => "/console/partners?status=Delivered", _ => "/console/partners?status=Open",
        },
        [.. group.First.Select(x => new Waiting($"Partners.{group.What}", x.Title, $"/console/partners/needs/{x.Id}", null, x.DueOn))]))];
}
