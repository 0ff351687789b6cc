using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>One meeting as the caller may see it: names and the check-in code are for those who run it, names also for those on its roll.</summary>
public static class GetMeeting
{
    /// <param name="Way">How they checked in; null while they have not.</param>
    public sealed record RollView(Guid PersonId, string Name, SeatClass Class, DateTimeOffset? CheckedInAt, CheckInWay? Way);

    /// <param name="From">Whom they come from.</param>
    public sealed record GuestView(Guid Id, string Name, string? From);

    /// <param name="Rules">The version that it is held under; null while it is planned.</param>
    /// <param name="Quorum">Live; null while it is planned.</param>
    /// <param name="Roll">Null for outsiders.</param>
    /// <param name="CheckInCode">What the room shows this minute, for those who run it.</param>
    /// <param name="OnRoll">Whether the caller has a seat.</param>
    /// <param name="Present">Whether the caller is checked in.</param>
    /// <param name="MayConvene">Whether the caller may run it.</param>
    /// <param name="Mode">In one room, from afar, or both.</param>
    /// <param name="Link">Where one joins from afar, for those of the room.</param>
    /// <param name="Chair">Who chairs, for those of the room.</param>
    /// <param name="Recorder">Who keeps the minutes, for those of the room.</param>
    /// <param name="ConvenorUntrained">Whoever chairs or convened it, or the caller who is about to, has no training for a major or hard matter on its agenda; for readers.</param>
    /// <param name="Guests">Who came without a seat; null for outsiders.</param>
    public sealed record View(
        Guid Id, Guid BodyId, string BodyName, BodyKind BodyKind, Guid AreaId, string AreaName, AreaLevel Level, MeetingState State,
        DateTimeOffset StartsAt, string Place, DateTimeOffset? ConvenedAt, string? NoticeWaiver, string? Reason, ListRules.View? Rules, Quorum? Quorum,
        IReadOnlyList<RollView>? Roll, string? CheckInCode, IReadOnlyList<ItemView> Items, bool OnRoll, bool Present, bool MayConvene,
        DateTimeOffset? MinutesPublishedAt, MeetingMode Mode, string? Link, Officer? Chair, Officer? Recorder, IReadOnlyList<GuestView>? Guests,
        ConvenorUntrained? ConvenorUntrained, int Version);

    public static async Task<Ok<View>> Handle(
        Guid id, MeetingsDb db, Caller caller, IssueTexts texts, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var meeting = await db.WithGuests(await db.Meeting(id, ct), ct);
        var area = await db.Area(meeting.AreaId, ct);
        var (runs, reads) = (caller.Holds(area.Path, Rights.Conveners), caller.Holds(area.Path, Rights.Readers));
        if (meeting.ConvenedAt is null && !reads) throw new RefusedException(KernelRefusals.NotFound);

        var mine = meeting.Roll.SingleOrDefault(x => x.PersonId == caller.Me);
        var inside = reads || mine is not null;
        var body = await db.Bodies.SingleAsync(x => x.Id == meeting.BodyId, ct);
        var published = await db.Minutes.Where(x => x.Id == id).Select(x => x.PublishedAt).SingleOrDefaultAsync(ct);
        response.SetVersion(meeting.Version);
        return TypedResults.Ok(new View(
            meeting.Id, body.Id, body.Name, body.Kind, area.Id, area.Name, meeting.Level, meeting.State, meeting.StartsAt, meeting.Place,
            meeting.ConvenedAt, meeting.NoticeWaiver, meeting.Reason, meeting.RuleSet is { } rules ? ListRules.View.Of(rules) : null, meeting.Quorum,
            inside
                ? [.. meeting.Roll.OrderBy(x => x.Class).ThenBy(x => x.Id).Select(x => new RollView(x.PersonId, x.Name, x.Class, x.CheckedInAt, x.Way))] : null,
            runs ? meeting.RoomCodeAt(clock.GetUtcNow()) : null, await Items(db, meeting, texts, inside, ct), mine is not null, mine is { IsPresent: true }, runs,
            published, meeting.Mode, inside ? meeting.Link : null, inside ? Of(meeting.ChairId, meeting.ChairName) : null,
            inside ? Of(meeting.RecorderId, meeting.RecorderName) : null,
            inside ? [.. meeting.Guests.OrderBy(x => x.Id).Select(x => new GuestView(x.Id, x.Name, x.From))] : null,
            reads ? await ConvenorUntrained.Of(db, meeting, runs ? caller.Me : null, await db.Today(clock, ct), ct) : null, meeting.Version));

        static Officer? Of(Guid? person, string? name) => name is null ? null : new Officer(person, name);
    }

    private static async Task<IReadOnlyList<ItemView>> Items(MeetingsDb db, Meeting meeting, IssueTexts texts, bool inside, CancellationToken ct)
    {
        var said = await texts.Of(meeting.Items.Select(x => x.IssueId).OfType<Guid>(), ct);
        var cast = await db.CastIn(meeting.Items.SelectMany(x => x.Votes), ct);
        var resolutions = await db.Resolutions.Where(x => x.MeetingId == meeting.Id).ToDictionaryAsync(x => x.ItemId, x => x.Id, ct);
        var summaries = await db.SummariesOf(meeting, ct);
        return [.. meeting.Items.OrderBy(x => x.Position).Select(x =>
        {
            var issue = x.IssueId is { } issueId ? said.GetValueOrDefault(issueId) : null;
            return ItemView.Of(x, x.Title ?? issue?.Title, x.Text ?? issue?.Text, cast, resolutions.TryGetValue(x.Id, out var r) ? r : null, inside)
                with { DiscussionSummary = summaries.GetValueOrDefault(x.Id) };
        })];
    }
}
