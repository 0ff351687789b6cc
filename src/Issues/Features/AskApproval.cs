using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;

namespace Platform.Issues.Features;

/// <summary>Asks for what needs a second person: 延期, 回退, 挂账, 恢复办理, 作废. By staff, by its handler, and by whose hands an action is in.</summary>
public static class AskApproval
{
    public const int DaysAtMost = 30, SuspendedDaysAtMost = 366;

    public sealed record Request
    {
        public required RequestKind Kind { get; init; }
        [Needed, Text(Limits.Words, atLeast: 2)] public required string Reason { get; init; }

        /// <summary>Of an extension: working days more.</summary>
        public int? Days { get; init; }

        /// <summary>Of a suspension: the last day of it, in the street's zone.</summary>
        public DateOnly? Until { get; init; }

        /// <summary>Of a return: whose it is.</summary>
        [Text(Limits.Whose)] public string? Whose { get; init; }
    }

    public static async Task<NoContent> Handle(
        Guid id, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var by = caller.ActAsConcerned(issue);
        var (calendar, now) = (await db.Calendar(ct), clock.GetUtcNow());

        issue.Ask(Complete(asked, by, calendar, now));

        await db.SaveChangesAsync(ct);
        response.SetVersion(issue.Version);
        return TypedResults.NoContent();
    }

    private static IssueRequest Complete(Request asked, Actor by, WorkingCalendar calendar, DateTimeOffset now)
    {
        var (kind, today) = (asked.Kind, now.DayIn(calendar.Zone));
        if (kind is RequestKind.Extension && asked.Days is not (>= 1 and <= DaysAtMost)) throw Missing(kind, RequestNeed.Days);
        if (kind is RequestKind.Return && string.IsNullOrWhiteSpace(asked.Whose)) throw Missing(kind, RequestNeed.Whose);
        if (kind is RequestKind.Suspension && !(asked.Until > today && asked.Until <= today.AddDays(SuspendedDaysAtMost))) throw Missing(kind, RequestNeed.Until);
        return new IssueRequest
        {
            Kind = kind, AskedById = by.Id!.Value, AskedByRole = by.As, AskedAt = now, Words = asked.Reason.Trim(),
            Days = kind is RequestKind.Extension ? asked.Days : null, Whose = kind is RequestKind.Return ? asked.Whose!.Trim() : null,
            Until = kind is RequestKind.Suspension ? calendar.EndOf(asked.Until!.Value) : null,
        };
    }

    private static RefusedException Missing(RequestKind kind, RequestNeed need) => new(IssueRefusals.Incomplete(kind, need));
}
