using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>
/// Somebody answers a round, or answers anew: online for themselves, or typed in by staff from the room or from paper. Whichever ways they come
/// by, and however many at the same moment, a person has one answer: the last.
/// </summary>
public static class AnswerRound
{
    /// <param name="Stand">Satisfied, can live with it, or an objection.</param>
    /// <param name="Text">What is objected to, which an objection needs; or whatever else one has to say.</param>
    /// <param name="PersonId">Whose answer staff type in; without it one's own.</param>
    /// <param name="Channel">Of what staff type in: the room, or paper.</param>
    public sealed record Request([property: Needed] Stand? Stand, [property: Text(2000)] string? Text, Guid? PersonId, AnswerChannel? Channel);

    public sealed record Answered(Guid OpinionId, int Turn);

    public static async Task<Ok<Answered>> Handle(
        Guid id, Guid roundId, Request request, MeetingsDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var person = request.PersonId ?? caller.Me;
        await db.TakeTurns(roundId, person, ct);
        var plan = await db.JoinPlan(id, ct);
        var channel = await ChannelOf(request, plan, db, caller, ct);
        var (now, round) = (clock.GetUtcNow(), plan.Taking(roundId, clock.GetUtcNow()));
        var opinion = await db.Opinions.SingleOrDefaultAsync(x => x.RoundId == roundId && x.PersonId == person, ct)
                      ?? db.Opinions.Add(new Opinion(plan, round, person)).Entity;

        db.Add(opinion.Say(request.Stand!.Value, request.Text, channel, caller.Me, now));

        await db.SaveChangesAsync(ct);
        response.SetVersion(opinion.Version);
        return TypedResults.Ok(new Answered(opinion.Id, opinion.Turn));
    }

    /// <summary>One's own answer is online; another's is typed in by those who convene there.</summary>
    private static async Task<AnswerChannel> ChannelOf(Request request, Plan plan, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        if (request.PersonId is null)
        {
            caller.DemandToSpeak((await db.Area(plan.AreaId, ct)).Path, plan.Stakeholders.Any(x => x.PersonId == caller.Me));
            return request.Channel is null or AnswerChannel.Online ? AnswerChannel.Online : throw new RefusedException(PlanRefusals.WrongChannel);
        }

        await caller.DemandIn(db, plan.AreaId, Rights.Conveners, ct);
        return request.Channel is { } way and not AnswerChannel.Online ? way : throw new RefusedException(PlanRefusals.WrongChannel);
    }
}
