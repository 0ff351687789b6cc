using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Minutes: every member reads what was published; a draft only those who run meetings there.</summary>
public static class ReadMinutes
{
    /// <param name="State">A draft, with who reads it over, approved, or on the board.</param>
    /// <param name="Mine">Whether the caller wrote at them, and so does not approve them.</param>
    /// <param name="NeedsApproval">Whether the meeting's rules ask for an approval.</param>
    /// <param name="Steps">Handed in, approved, sent back, in their order; for those who run meetings there.</param>
    /// <param name="Version">The ETag's number, for writing with If-Match.</param>
    public sealed record View(
        Guid MeetingId, string Text, MinutesState State, bool Mine, bool NeedsApproval, IReadOnlyList<StepView> Steps, DateTimeOffset? PublishedAt,
        DateOnly? PostedUntil, int Version);

    public sealed record StepView(MinutesState To, Guid By, string? Words, DateTimeOffset At);

    public static async Task<Ok<View>> Handle(Guid id, MeetingsDb db, Caller caller, HttpResponse response, CancellationToken ct)
    {
        var (minutes, meeting) = (await db.MinutesOf(id, ct) ?? throw new RefusedException(KernelRefusals.NotFound), await db.Find<Meeting>(id, ct));
        var runs = caller.Holds((await db.Area(meeting.AreaId, ct)).Path, Rights.Conveners);
        if (minutes.PublishedAt is null && !runs) throw new RefusedException(KernelRefusals.NotFound);
        var rules = await db.Set<RuleSet>().Where(x => x.Id == meeting.RuleSetId).Select(x => x.Rules).SingleAsync(ct);
        response.SetVersion(minutes.Version);
        return TypedResults.Ok(new View(
            id, minutes.Text, minutes.State, minutes.Writers.Contains(caller.Me), rules.MinutesApproved,
            runs ? [.. minutes.Steps.OrderBy(x => x.Id).Select(x => new StepView(x.To, x.By, x.Words, x.At))] : [], minutes.PublishedAt, minutes.PostedUntil, minutes.Version));
    }
}
