using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Issues.Open311;
using Platform.Kernel.Refusals;
using DirectoryClient = Platform.Contracts.Directory.Grpc.V1.Directory.DirectoryClient;

namespace Platform.Issues.Features;

/// <summary>Open311: requests, newest first; of 90 days and a thousand at most.</summary>
public static class ListServiceRequests
{
    public const int Most = 1_000, Pages = 10_000;
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <param name="ServiceRequestId">Ids, separated by commas. Overrides everything else.</param>
    /// <param name="ServiceCode">Codes, separated by commas.</param>
    /// <param name="StartDate">Requested then or later, as 2026-11-01T00:00:00+08:00; 90 days before end_date unless told.</param>
    /// <param name="EndDate">Requested then or earlier; 90 days after start_date, or now, unless told.</param>
    /// <param name="Status">open, closed or both.</param>
    /// <param name="UpdatedAfter">Extension: changed later than this, newest change first, whenever it was requested.</param>
    /// <param name="Page">Extension: from 1.</param>
    /// <param name="PageSize">Extension: 1 to 1000.</param>
    /// <param name="Extensions">Extension: true adds extended_attributes.</param>
    /// <param name="ApiKey">With it, what was posted with this key is shown before it is on the board, too.</param>
    public sealed record Query(
        [property: FromQuery(Name = "jurisdiction_id")] string? JurisdictionId, [property: FromQuery(Name = "service_request_id")] string? ServiceRequestId,
        [property: FromQuery(Name = "service_code")] string? ServiceCode, [property: FromQuery(Name = "start_date")] string? StartDate,
        [property: FromQuery(Name = "end_date")] string? EndDate, [property: FromQuery(Name = "status")] string? Status,
        [property: FromQuery(Name = "updated_after")] string? UpdatedAfter, [property: FromQuery(Name = "page")] string? Page,
        [property: FromQuery(Name = "page_size")] string? PageSize, [property: FromQuery(Name = "extensions")] string? Extensions,
        [property: FromQuery(Name = "api_key")] string? ApiKey);

    public static async Task<IResult> Handle(string format, [AsParameters] Query asked, IssuesDb db, DirectoryClient directory, TimeProvider clock, CancellationToken ct)
    {
        var shown = db.Shown(await directory.OwnerOf(asked.ApiKey, ct));
        var (page, size) = (Number("page", asked.Page, 1, Pages), Number("page_size", asked.PageSize, Most, Most));
        var found = Split(asked.ServiceRequestId) is { Length: > 0 } listed ? Named(shown, listed) : Filtered(shown, asked, clock.GetUtcNow());
        // The ids alone first: the index has them, so that a far page need not read the rows before it.
        var ids = await found.Select(x => x.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return new GeoReport("service_requests", await db.Views(ids, asked.Extensions is "true", ct));
    }

    private static IQueryable<Issue> Named(IQueryable<Issue> shown, string[] listed)
    {
        // What is no id of ours is nobody's request, as an unknown one is.
        Guid[] ids = [.. listed.Take(Most).Select(x => Guid.TryParse(x, out var id) ? id : Guid.Empty)];
        return shown.Where(x => ids.Contains(x.Id)).OrderByDescending(x => x.Id);
    }

    private static IQueryable<Issue> Filtered(IQueryable<Issue> shown, Query asked, DateTimeOffset now)
    {
        if (Split(asked.ServiceCode) is { Length: > 0 } codes) shown = shown.Where(x => codes.Contains(x.Category));
        if (Split(asked.Status) is { Length: > 0 } states)
        {
            if (states.Except(["open", "closed"]).Any()) throw new RefusedException(IssueRefusals.BadField.With("status"));
            IssueStatus[] wanted = [.. Enum.GetValues<IssueStatus>().Where(x => states.Contains(Requests.IsClosed(x) ? "closed" : "open"))];
            shown = shown.Where(x => wanted.Contains(x.Status));
        }

        var (start, end, changed) = (Time("start_date", asked.StartDate), Time("end_date", asked.EndDate), Time("updated_after", asked.UpdatedAfter));
        if (end - start > Longest) throw new RefusedException(IssueRefusals.RangeTooLong);
        if (changed is { } since)
        {
            if (start is not null) shown = shown.Where(x => x.SubmittedAt >= start);
            if (end is not null) shown = shown.Where(x => x.SubmittedAt <= end);
            return shown.Where(x => x.ChangedAt > since).OrderByDescending(x => x.ChangedAt).ThenByDescending(x => x.Id);
        }

        var to = end ?? (start is { } first && first + Longest < now ? first + Longest : now);
        var from = start ?? to - Longest;
        return shown.Where(x => x.SubmittedAt >= from && x.SubmittedAt <= to).OrderByDescending(x => x.SubmittedAt).ThenByDescending(x => x.Id);
    }

    private static string[] Split(string? list) => list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static int Number(string name, string? text, int otherwise, int most) => string.IsNullOrEmpty(text) ? otherwise
        : int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : throw new RefusedException(IssueRefusals.BadField.With(name));

    // The + of an offset becomes a space in an address that was not encoded; a date without an offset is UTC.
    private static DateTimeOffset? Time(string name, string? text) => string.IsNullOrEmpty(text) ? null
        : DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            && at.Year is > 1900 and < 9000 ? at.ToUniversalTime() : throw new RefusedException(IssueRefusals.BadField.With(name));
}
