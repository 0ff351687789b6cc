using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;

namespace Platform.Issues.Features;

/// <param name="Department">Its code.</param>
/// <param name="State">One or more states.</param>
/// <param name="Lateness">OnTime, Late, Running, or several of these; what was returned or recalled is none of them.</param>
/// <param name="From">Dispatched on this day or later.</param>
/// <param name="To">Dispatched on this day or before.</param>
/// <param name="AreaId">Of issues there and below.</param>
public sealed record DispatchFilter(
    string? Department = null, DispatchState[]? State = null, Lateness[]? Lateness = null, DateOnly? From = null, DateOnly? To = null, Guid? AreaId = null)
{
    /// <summary>The dispatches that pass, of the issues that the caller reads for: one filter for the list and for what the numbers count.</summary>
    internal async Task<IQueryable<IssueDispatch>> Of(IssuesDb db, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var issues = db.Issues.AsNoTracking().Within(caller.AreasOf(IssueRights.Readers));
        if (AreaId is { } areaId) issues = issues.Within((await db.Area(areaId, ct)).Path);
        var found = db.OfIssues(issues);
        if (Department is { Length: > 0 } department) found = found.Where(x => x.Department == department);
        if (State is { Length: > 0 } states) found = found.Where(x => states.Contains(x.State));
        if (Lateness is { Length: > 0 } wanted) found = found.In(wanted, now);
        return From is null && To is null ? found : Dispatched(found, (await db.Street(ct)).Zone);
    }

    private IQueryable<IssueDispatch> Dispatched(IQueryable<IssueDispatch> found, TimeZoneInfo zone)
    {
        if (From is { } first && Day(first).StartIn(zone) is var begin) found = found.Where(x => x.DispatchedAt >= begin);
        if (To is { } last && Day(last).AddDays(1).StartIn(zone) is var end) found = found.Where(x => x.DispatchedAt < end);
        return found;
    }

    /// <exception cref="RefusedException">400: a slip of the keyboard.</exception>
    internal static DateOnly Day(DateOnly day) => day.Year is >= 1990 and < 2200 ? day : throw new RefusedException(DispatchRefusals.BadPeriod);
}

/// <summary>What is asked of the dispatches of many issues.</summary>
internal static class DispatchQuestions
{
    public static IQueryable<IssueDispatch> OfIssues(this IssuesDb db, IQueryable<Issue> issues) =>
        db.Dispatches.AsNoTracking().Where(x => issues.Any(i => i.Id == x.IssueId));

    /// <summary>What <see cref="IssueDispatch.LatenessOf"/> says, as the database asks it.</summary>
    public static IQueryable<IssueDispatch> In(this IQueryable<IssueDispatch> found, Lateness[] wanted, DateTimeOffset now)
    {
        var (onTime, late, running) = (wanted.Contains(Lateness.OnTime), wanted.Contains(Lateness.Late), wanted.Contains(Lateness.Running));
        return found.Where(x =>
            (x.State == DispatchState.Handled || x.State == DispatchState.Closed) && (onTime && x.HandledAt < x.DueAt || late && x.HandledAt >= x.DueAt)
            || (x.State == DispatchState.Dispatched || x.State == DispatchState.SignedFor) && (running && x.DueAt > now || late && x.DueAt <= now));
    }
}
