using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Who speaks and who comes next, for those of the room.</summary>
public static class ListSpeakers
{
    /// <param name="Seconds">How long they have spoken so far.</param>
    /// <param name="Over">Whether that is longer than the rules give.</param>
    /// <param name="Mine">Whether it is the caller's own.</param>
    public sealed record TurnView(
        Guid Id, string Name, Guid? ItemId, TurnState State, DateTimeOffset AskedAt, DateTimeOffset? BeganAt, int Seconds, bool Over, bool Mine);

    /// <param name="Limit">Seconds that the rules give each; null without a limit.</param>
    /// <param name="Floor">Who may speak.</param>
    /// <param name="Now">The service's clock, for counting on.</param>
    /// <param name="Speaking">Who has the floor.</param>
    /// <param name="Waiting">Who comes next, in their order.</param>
    /// <param name="Spoken">Who has spoken, the latest first.</param>
    public sealed record View(
        int? Limit, Floor Floor, DateTimeOffset Now, TurnView? Speaking, IReadOnlyList<TurnView> Waiting, IReadOnlyList<TurnView> Spoken);

    public static async Task<Ok<View>> Handle(Guid id, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.OfTheRoom(id, caller, ct);
        var (rules, now) = (meeting.RuleSet?.Rules ?? Rules.Default, clock.GetUtcNow());
        var turns = await db.Set<SpeakingTurn>().AsNoTracking().Where(x => x.ListId == id && x.State != TurnState.Withdrawn).OrderBy(x => x.AskedAt).ThenBy(x => x.Id).ToListAsync(ct);
        TurnView Of(SpeakingTurn x) => new(
            x.Id, x.Name, x.ItemId, x.State, x.AskedAt, x.BeganAt, x.Seconds(now), x.Seconds(now) > rules.SpeakingSeconds, x.PersonId == caller.Me);

        return TypedResults.Ok(new View(
            rules.SpeakingSeconds, rules.Floor, now, turns.Where(x => x.State is TurnState.Speaking).Select(Of).SingleOrDefault(),
            [.. turns.Where(x => x.State is TurnState.Waiting).Select(Of)], [.. turns.Where(x => x.State is TurnState.Spoken).OrderByDescending(x => x.EndedAt).Select(Of)]));
    }

    /// <summary>A meeting for those on its roll and those who may read rolls there; nobody else knows of it by this way.</summary>
    /// <exception cref="RefusedException">404.</exception>
    internal static async Task<Meeting> OfTheRoom(this MeetingsDb db, Guid id, Caller caller, CancellationToken ct)
    {
        var meeting = await db.Meeting(id, ct);
        if (meeting.Roll.Any(x => x.PersonId == caller.Me) || caller.Holds((await db.Area(meeting.AreaId, ct)).Path, Rights.Readers)) return meeting;
        throw new RefusedException(KernelRefusals.NotFound);
    }
}
