using Microsoft.AspNetCore.WebUtilities;
using Platform.Web.Clients;
using Platform.Web.Clients.Insights;
using Platform.Web.Clients.Meetings;
using Platform.Web.Gateway;
using Platform.Web.Kit;
using BodyKind = Platform.Web.Clients.Meetings.BodyKind;

namespace Platform.Web.Console.Cadence;

/// <summary>What the measures' page and its file ask, read from the address; the numbers of both services side by side.</summary>
public sealed class Measured(MeetingsClient meetings, InsightsClient insights, Dates dates)
{
    /// <summary>So many months that Insights counts at once.</summary>
    private const int MonthsAtMost = 24;

    public sealed record Asking(Guid? Area, DateOnly From, DateOnly To, BodyKind? Kind, Guid? Body = null)
    {
        /// <summary>The last month that these days touch, and how many there are.</summary>
        public (string Last, int Count) Months => ($"{To:yyyy-MM}", Math.Clamp((To.Year - From.Year) * 12 + To.Month - From.Month + 1, 1, MonthsAtMost));

        /// <summary>The address of a list behind a number.</summary>
        public string Link(string list, Guid? body = null, BodyKind? kind = null, string? more = null) => QueryHelpers.AddQueryString($"/console/meetings/measures{list}", new Dictionary<string, string?>
        {
            ["area"] = Area?.ToString(), ["from"] = $"{From:yyyy-MM-dd}", ["to"] = $"{To:yyyy-MM-dd}", ["kind"] = (kind ?? Kind)?.ToString(), ["body"] = (body ?? Body)?.ToString(),
        }.Where(x => x.Value is not null)) + (more is null ? "" : $"&{more}");
    }

    /// <param name="Solved">Null where the reader may not see it, or Insights is away.</param>
    public sealed record Board(MeasureMeetingsView Whole, IReadOnlyList<MeasureMeetingsLine> Bodies, IReadOnlyDictionary<Guid, int>? Solved);

    /// <summary>Of an address; this year's days up to today unless told.</summary>
    public Asking Ask(string? area, string? from, string? to, string? kind, string? body = null)
    {
        var last = Typed.Day(to) ?? dates.Today;
        return new Asking(Typed.IdOrNone(area), Typed.Day(from) ?? new DateOnly(last.Year, 1, 1), last, Enum.TryParse<BodyKind>(kind, out var named) ? named : null, Typed.IdOrNone(body));
    }

    public async Task<Board> Of(Asking x)
    {
        var whole = await meetings.MeasureMeetingsAsync(x.Area, x.From, x.To, x.Kind, x.Body);
        var bodies = new List<MeasureMeetingsLine>();
        string? after = null;
        do
        {
            var page = await meetings.MeasureBodiesAsync(after, 100, x.Area, x.From, x.To, x.Kind, x.Body);
            bodies.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return new Board(whole, bodies, await Solved(x));
    }

    private async Task<Dictionary<Guid, int>?> Solved(Asking x)
    {
        try { return (await insights.ShowSolvedAsync(x.Area, x.Months.Last, x.Months.Count)).Bodies.ToDictionary(b => b.BodyId, b => b.Solved); }
        catch (Exception e) when (e is ApiException { StatusCode: StatusCodes.Status403Forbidden or >= 500 } || e.IsAway()) { return null; }
    }
}
