using System.Globalization;
using System.Resources;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Issues.Features;

namespace Platform.Issues.Open311;

/// <summary>
/// Issues as Open311 shows them: what the public board shows, and nothing that it does not. Their words, names, photos and exact places stay inside.
/// The system that posted an issue sees it before it is on the board too, and afterwards.
/// </summary>
public static class Requests
{
    private static readonly ResourceManager Texts = new("Platform.Issues.Open311.StatusTexts", typeof(Requests).Assembly);

    public static string Say(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture)!;

    public static IQueryable<Issue> Shown(this IssuesDb db, Guid? poster)
    {
        var issues = db.Issues.AsNoTracking();
        return poster is null ? issues.Where(x => IssueMoves.OnTheBoard.Contains(x.Status) && !x.IsConfidential)
            : issues.Where(x => IssueMoves.OnTheBoard.Contains(x.Status) && !x.IsConfidential
                || x.Status != IssueStatus.Voided && db.PostedRequests.Any(p => p.IssueId == x.Id && p.IntegratorId == poster));
    }

    /// <summary>These issues, in this order. A thousand of them need four questions.</summary>
    public static async Task<List<ServiceRequestView>> Views(this IssuesDb db, IReadOnlyList<Guid> ids, bool extended, CancellationToken ct)
    {
        var found = await db.Issues.AsNoTracking().Where(x => ids.Contains(x.Id)).Select(x => new
        {
            x.Id, x.Status, x.Title, x.Category, x.AreaId, x.AreaPath, x.SubmittedAt, x.ChangedAt, x.Clock, x.SuspendedUntil, x.Scale,
        }).ToDictionaryAsync(x => x.Id, ct);
        var points = await db.PostedRequests.AsNoTracking().Where(x => ids.Contains(x.IssueId)).ToDictionaryAsync(x => x.IssueId, x => (x.Latitude, x.Longitude), ct);
        var categories = await db.Categories.AsNoTracking().ToDictionaryAsync(x => x.Code, x => IssueQuestions.IsEnglish ? x.NameEn : x.Name, ct);
        var (areas, zone) = (await db.Areas.AsNoTracking().ToListAsync(ct), (await db.Street(ct)).Zone);
        var (names, neighbourhoods) = (areas.ToDictionary(x => x.Id, x => (x.Name, x.Code)), areas.Where(x => x.Level is AreaLevel.Neighbourhood).ToList());
        var street = areas.Find(x => x.ParentId is null)?.Name ?? "";

        return [.. ids.Where(found.ContainsKey).Select(id => found[id]).Select(x =>
        {
            var (area, point) = (names.GetValueOrDefault(x.AreaId, ("", "")), points.GetValueOrDefault(x.Id));
            return new ServiceRequestView(
                x.Id, IsClosed(x.Status) ? "closed" : "open", Say($"{x.Status}"), categories.GetValueOrDefault(x.Category, x.Category), x.Category, x.Title,
                neighbourhoods.Find(n => x.AreaPath.StartsWith(n.Path, StringComparison.Ordinal))?.Name ?? street, null,
                InZone(x.SubmittedAt, zone), InZone(x.ChangedAt, zone), Expected(x.Clock, x.SuspendedUntil) is { } due ? InZone(due, zone) : null,
                area.Item1, area.Item2, null, Roughly(point.Latitude), Roughly(point.Longitude), null)
            {
                Extended = extended ? new ExtendedView(x.Status, x.AreaId, x.Scale?.ToString()) : null,
            };
        })];
    }

    public static bool IsClosed(IssueStatus status) => IssueMoves.Ended.Contains(status);

    // Only the clock of the work says when it is to be done; those before it say when somebody looks at it.
    private static DateTimeOffset? Expected(IssueClock? clock, DateTimeOffset? suspendedUntil) =>
        suspendedUntil ?? (clock is { Kind: ClockKind.Action, EndedAt: null } ? clock.DueAt : null);

    // Three decimals are some hundred metres: enough for a map, and no door.
    private static double? Roughly(double? degrees) => degrees is { } exact ? Math.Round(exact, 3) : null;

    /// <summary>As the street's clocks show it, to the second.</summary>
    private static DateTimeOffset InZone(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return new DateTimeOffset(local.Ticks - local.Ticks % TimeSpan.TicksPerSecond, local.Offset);
    }
}
