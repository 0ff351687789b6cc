using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Platform.Web.Clients;
using Platform.Web.Clients.Insights;
using Platform.Web.Clients.Issues;
using Platform.Web.Gateway;
using Platform.Web.Kit;
using Role = Platform.Web.Clients.Issues.Role;

namespace Platform.Web.Portal.Issues;

/// <summary>An issue's own history as a timeline: what, when, by which role; names are nobody's business here.</summary>
public static class IssueTimeline
{
    public static IReadOnlyList<TimelineEntry> Of(IEnumerable<GetIssueHistoryView> history, IStringLocalizer<IssuesTexts> words) =>
        [.. history.Select(x => Entry(words, x.At, x.Act, x.ByAuthor, x.ByRole, x.ById is null, x.Words, x.About))];

    /// <summary>The same with what the other services did for it, in the order of time. They are asked; where they are away, it goes without.</summary>
    public static Task<IReadOnlyList<TimelineEntry>> Across(GetIssueView issue, InsightsClient insights, IStringLocalizer<IssuesTexts> words) =>
        With(Of(issue.History, words), words, async () => (await insights.ShowTimelineAsync(issue.ReceiptNumber)).Entries.Select(x => (x.At, x.Service, x.Kind)));

    /// <summary>The same for whoever has the receipt and the phone.</summary>
    public static Task<IReadOnlyList<TimelineEntry>> Across(LookUpReceiptView found, string street, string phone, InsightsClient insights, IStringLocalizer<IssuesTexts> words) =>
        With(Of(found.History, words), words, async () =>
            (await insights.LookUpTimelineAsync(street, found.ReceiptNumber, new LookUpTimelineRequest(phone))).Steps.Select(x => (x.At, x.Service, x.Kind)));

    private static async Task<IReadOnlyList<TimelineEntry>> With(
        IReadOnlyList<TimelineEntry> own, IStringLocalizer<IssuesTexts> words, Func<Task<IEnumerable<(DateTimeOffset At, string Service, string Kind)>>> ask)
    {
        try
        {
            var others = (await ask()).Where(x => !words[$"Fact.{x.Kind}"].ResourceNotFound)
                .Select(x => new TimelineEntry(x.At, words[$"Fact.{x.Kind}"], null, Tone.Doing, null, words[$"Service.{x.Service}"]));
            return [.. own.Concat(others).OrderBy(x => x.At)];
        }
        catch (Exception e) when (e.IsAway() || e is ApiException { StatusCode: StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound })
        {
            return own;
        }
    }

    public static IReadOnlyList<TimelineEntry> Of(IEnumerable<LookUpReceiptLine> history, IStringLocalizer<IssuesTexts> words) =>
        [.. history.Select(x => Entry(words, x.At, x.Act, x.ByAuthor, x.ByRole, !x.ByAuthor && x.ByRole is null, x.Words, x.About))];

    /// <summary>As anybody reads it.</summary>
    public static IReadOnlyList<TimelineEntry> Of(IEnumerable<ShowIssueStep> steps, IStringLocalizer<IssuesTexts> words) =>
        [.. steps.Select(x => Entry(words, x.At, x.Act, x.ByAuthor, x.ByRole, !x.ByAuthor && x.ByRole is null, x.Words, x.About))];

    /// <summary>The step alone, where what it was about is not told.</summary>
    public static string Title(IStringLocalizer<IssuesTexts> words, IssueAct act) => Title(words, act, null);

    private static TimelineEntry Entry(
        IStringLocalizer<IssuesTexts> words, DateTimeOffset at, IssueAct act, bool byAuthor, Role? role, bool byNobody, string? said, string? about) =>
        new(at, Title(words, act, about), Who(words, act, byAuthor, role, byNobody), ToneOf(act), string.IsNullOrEmpty(said) ? null : Said(said));

    private static string Title(IStringLocalizer<IssuesTexts> words, IssueAct act, string? about) =>
        about is null && words[$"Act.{act}.Bare"] is { ResourceNotFound: false } bare ? bare : words[$"Act.{act}", act switch
        {
            IssueAct.HeardLate => words[$"Act.{about}", ""].Value,
            IssueAct.Overdue or IssueAct.Asked or IssueAct.Refused or IssueAct.Lapsed => words[$"About.{about}"].Value,
            _ => about ?? "",
        }];

    private static string? Who(IStringLocalizer<IssuesTexts> words, IssueAct act, bool byAuthor, Role? role, bool byNobody) =>
        role is not null ? words[$"Role.{role}"].Value
        : byAuthor ? words["By.Author"].Value
        : act is IssueAct.OnAgenda or IssueAct.Resolved or IssueAct.Deferred or IssueAct.Escalated ? words["By.Meeting"].Value
        : byNobody ? words["By.Platform"].Value : null;

    private static RenderFragment Said(string text) => builder => builder.AddContent(0, text);

    private static Tone ToneOf(IssueAct act) => act switch
    {
        IssueAct.Declined or IssueAct.AppealUpheld or IssueAct.ActionDeclined or IssueAct.NotVerified or IssueAct.Reopened or IssueAct.Overdue => Tone.Bad,
        IssueAct.Suspended or IssueAct.Returned or IssueAct.Extended or IssueAct.Disowned => Tone.Warning,
        IssueAct.DispatchReturned or IssueAct.DispatchSentBack => Tone.Warning,
        IssueAct.DispatchRecalled => Tone.Quiet,
        IssueAct.Dispatched or IssueAct.DispatchSigned or IssueAct.DispatchHandled => Tone.Doing,
        IssueAct.Resumed => Tone.Doing,
        IssueAct.OnAgenda or IssueAct.Deferred or IssueAct.Escalated => Tone.Talking,
        IssueAct.Resolved or IssueAct.ActionsGiven or IssueAct.ActionReassigned or IssueAct.HandlerAssigned => Tone.Doing,
        IssueAct.Merged or IssueAct.Unmerged or IssueAct.TookIn or IssueAct.LetGo or IssueAct.Withdrawn or IssueAct.HeardLate
            or IssueAct.Voided or IssueAct.Refused or IssueAct.Lapsed => Tone.Quiet,
        IssueAct.Submitted or IssueAct.Entered or IssueAct.Appealed or IssueAct.Asked => Tone.Waiting,
        _ => Tone.Good,
    };
}
