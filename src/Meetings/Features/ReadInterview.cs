using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>What is kept of an interview, under the keys that phones are kept under.</summary>
public sealed record InterviewPaper(string Group, string? Satisfied, string? Objections, string Clarification, string? AgreedChange)
{
    internal static InterviewPaper Of(RecordInterview.Request x) =>
        new(x.Group!.Trim(), x.Satisfied?.Trim(), x.Objections?.Trim(), x.Clarification!.Trim(), x.AgreedChange?.Trim());

    internal string Sealed(Phones phones) => phones.Store(JsonSerializer.Serialize(this)).Encrypted;

    internal static InterviewPaper Opened(Phones phones, string paper) => JsonSerializer.Deserialize<InterviewPaper>(phones.Read(paper))!;
}

/// <summary>Focus interviews, for those who run them and the street's officers: each reading is put on record.</summary>
public static class ReadInterview
{
    public sealed record Line(Guid Id, DateOnly On, Guid RecordedBy, DateTimeOffset RecordedAt);

    /// <param name="OpinionIds">The concerns that it was about.</param>
    public sealed record View(Guid Id, Guid PlanId, DateOnly On, InterviewPaper Paper, IReadOnlyList<Guid> OpinionIds, Guid RecordedBy, DateTimeOffset RecordedAt);

    public static async Task<Ok<View>> Handle(Guid interviewId, MeetingsDb db, Caller caller, Phones phones, CancellationToken ct)
    {
        var interview = await db.Find<FocusInterview>(interviewId, ct);
        await Demand(interview.PlanId, db, caller, ct);
        var about = await db.Set<Clarification>().Where(x => x.InterviewId == interviewId).Select(x => x.OpinionId).ToListAsync(ct);

        db.AuditRead("FocusInterview.Record", interviewId);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new View(
            interviewId, interview.PlanId, interview.On, InterviewPaper.Opened(phones, interview.Paper), about, interview.RecordedBy, interview.RecordedAt));
    }

    public static async Task<Ok<Page<Line>>> List(Guid id, [AsParameters] PageQuery page, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        await Demand(id, db, caller, ct);
        return TypedResults.Ok(await db.Interviews.Where(x => x.PlanId == id)
            .NewestFirst(page, x => new Line(x.Id, x.On, x.RecordedBy, x.RecordedAt), x => x.Id, ct));
    }

    /// <exception cref="RefusedException">403 interview.confidential: also for a rank that reads everything else of the area.</exception>
    private static async Task Demand(Guid planId, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var area = await db.Area((await db.Find<Plan>(planId, ct)).AreaId, ct);
        if (!caller.Holds(area.Path, PlanRights.Interviewers)) throw new RefusedException(PlanRefusals.Confidential);
    }
}
