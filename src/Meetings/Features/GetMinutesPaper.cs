using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;
using Platform.Meetings.Papers;

namespace Platform.Meetings.Features;

/// <summary>Minutes as a text to begin with and as a Word document.</summary>
public static class GetMinutesPaper
{
    /// <param name="Text">In the reader's language.</param>
    public sealed record Proposal(string Text);

    /// <summary>What the record says, as the draft's first words. Kept nowhere.</summary>
    public static async Task<Ok<Proposal>> Propose(Guid id, MeetingsDb db, Caller caller, IssueTexts texts, CancellationToken ct)
    {
        var meeting = await db.Meeting(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);
        var record = await MinutesRecord.Of(db, meeting, texts, ct) ?? throw new RefusedException(MeetingRefusals.MinutesTooEarly);
        return TypedResults.Ok(new Proposal(MinutesProposal.Of(record)));
    }

    /// <summary>With names for those of the room; the draft only for those who run meetings there.</summary>
    public static async Task<FileContentHttpResult> Word(Guid id, MeetingsDb db, Caller caller, IssueTexts texts, CancellationToken ct)
    {
        var meeting = await db.Meeting(id, ct);
        var area = await db.Area(meeting.AreaId, ct);
        var record = await MinutesRecord.Of(db, meeting, texts, ct);
        if (record is null || record.Minutes.State is not MinutesState.Published && !caller.Holds(area.Path, Rights.Conveners)) throw new RefusedException(KernelRefusals.NotFound);
        var inside = caller.Holds(area.Path, Rights.Readers) || meeting.Roll.Any(x => x.PersonId == caller.Me);
        return File(record, withNames: inside);
    }

    /// <summary>As posted on the board: no names.</summary>
    public static async Task<FileContentHttpResult> PublicWord(string street, Guid id, MeetingsDb db, CancellationToken ct)
    {
        var record = await MinutesRecord.Of(db, await db.Meeting(id, ct), null, ct);
        if (record is not { Minutes.State: MinutesState.Published }) throw new RefusedException(KernelRefusals.NotFound);
        return File(record, withNames: false);
    }

    private static FileContentHttpResult File(MinutesRecord record, bool withNames) =>
        TypedResults.File(MinutesWord.Of(record, withNames), WordPaper.MediaType, $"{record.Body}-{record.StartsAt:yyyy-MM-dd}.docx");
}
