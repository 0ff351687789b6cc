using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Kernel.Doors;
using Platform.Kernel.Events;
using Platform.Kernel.Http;

namespace Platform.Probe;

/// <summary>Every door of the probe.</summary>
public static class Notes
{
    public sealed record Written([Needed, Text(20)] string Text, Guid? IssueId = null);

    public sealed record View(Guid Id, string Text, int Version);

    public static void MapNotes(this IEndpointRouteBuilder app)
    {
        var notes = app.MapGroup("/api/v1/probe/notes");
        notes.MapPost("/", Write).For(Role.CommitteeStaff).WithSummary("Write a note");
        notes.MapPost("/with-file", WriteWithFile).For(Role.CommitteeStaff).DisableAntiforgery().WithSummary("Write a note with a file");
        notes.MapGet("/", List).ForMembers().WithSummary("The notes");
        notes.MapGet("/{id:guid}", Get).ForMembers().WithSummary("One note");
        notes.MapPut("/{id:guid}", Change).For(Role.CommitteeStaff).WithSummary("Change a note");
        notes.MapPost("/{id:guid}/heard", Hear).For(Role.CommitteeStaff).WithSummary("Hear a note");
        notes.MapPost("/{id:guid}/break", Break).For(Role.CommitteeStaff).WithSummary("Break");
        app.MapGet("/api/v1/probe/public/{street}/count", Count).ForAnyone().WithSummary("How many notes there are");
    }

    private static async Task<Created<View>> Write(Written written, ProbeDb db, HttpResponse response, CancellationToken ct)
    {
        var note = Note.Of(written.Text, written.IssueId);
        db.Add(note);
        db.Say(note, new IssueAccepted());
        if (written.IssueId is { } issue) await db.TakeUp(issue, "probe", ct);
        await db.SaveChangesAsync(ct);
        response.SetVersion(note.Version);
        return TypedResults.Created($"/api/v1/probe/notes/{note.Id}", new View(note.Id, note.Text, note.Version));
    }

    private static Task<Created<View>> WriteWithFile([FromForm] string text, IFormFileCollection files, ProbeDb db, HttpResponse response, CancellationToken ct) =>
        Write(new Written(files.Count == 0 ? text : text.Trim()), db, response, ct);

    private static Task<Page<View>> List([AsParameters] PageQuery page, ProbeDb db, CancellationToken ct) =>
        db.Notes.NewestFirst(page, x => new View(x.Id, x.Text, x.Version), x => x.Id, ct);

    private static async Task<Ok<View>> Get(Guid id, ProbeDb db, HttpResponse response, CancellationToken ct)
    {
        var note = await db.Find<Note>(id, ct);
        response.SetVersion(note.Version);
        return TypedResults.Ok(new View(note.Id, note.Text, note.Version));
    }

    private static async Task<NoContent> Change(Guid id, Written written, ProbeDb db, CancellationToken ct)
    {
        var note = await db.Find<Note>(id, ct);
        note.Change(written.Text);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    /// <summary>Each time counts, and there is nothing to answer.</summary>
    private static async Task<NoContent> Hear(Guid id, ProbeDb db, CancellationToken ct)
    {
        (await db.Find<Note>(id, ct)).HearOf();
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    /// <summary>Saves, and then breaks in a way that nobody foresaw.</summary>
    private static async Task<NoContent> Break(Guid id, ProbeDb db, CancellationToken ct)
    {
        await Hear(id, db, ct);
        throw new InvalidOperationException("A secret of the house.");
    }

    private static Task<int> Count(ProbeDb db, CancellationToken ct) => db.Notes.CountAsync(ct);
}

/// <summary>Counts how often an issue was heard of; one that comes before its note waits for it.</summary>
public sealed class WhenIssueRated(ProbeDb db) : Reaction<IssueRated>(db)
{
    protected override async Task React(IssueRated fact, CancellationToken ct)
    {
        var note = await db.Notes.SingleOrDefaultAsync(x => x.IssueId == fact.SubjectId, ct);
        if (note is null) await Park(fact.SubjectId);
        else note.HearOf();
    }
}
