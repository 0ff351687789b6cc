using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>A recorded vote on an item opens. What is not said is as the meeting's rules have it; an owners' vote is bound to the register in force.</summary>
public static class OpenVote
{
    /// <param name="Question">What is voted on, where the item's title does not say it.</param>
    /// <param name="Method">How it is counted; without it a ranked choice where there are options, and else the rules' majority.</param>
    /// <param name="Options">Of a ranked choice, 2 to 20, in the order of the ballot.</param>
    /// <param name="Secret">Whether who voted is kept apart from what; without it as the rules say. Never for owners.</param>
    /// <param name="Matter">Of an owners' vote: ordinary (over half), or special (three quarters).</param>
    /// <param name="RegisterId">Of an owners' vote: another adopted register of the area than the one in force.</param>
    /// <param name="OpensAt">From when ballots are taken; without it at once.</param>
    /// <param name="ClosesAt">Until when they are taken online; without it until it is closed.</param>
    public sealed record Request(
        [property: Text(500)] string? Question = null, VoteMethod? Method = null, [property: AtMost(VotePlan.OptionsAtMost)] IReadOnlyList<string>? Options = null, bool? Secret = null,
        OwnersMatter? Matter = null, Guid? RegisterId = null, DateTimeOffset? OpensAt = null, DateTimeOffset? ClosesAt = null)
    {
        internal VotePlan ToPlan(OwnerRegister? register) => new(Method, Question, [.. (Options ?? []).Select(x => x ?? "")], Secret, Matter, register, OpensAt, ClosesAt);
    }

    public sealed record Opened(Guid VoteId);

    public static async Task<Ok<Opened>> Handle(
        Guid id, Guid itemId, Request? request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var meeting = await db.Hold(id, ct);
        await caller.DemandIn(db, meeting.AreaId, Rights.Conveners, ct);
        var register = await db.RegisterFor(meeting.AreaId, request?.RegisterId, ct);

        var vote = meeting.OpenVote(itemId, (request ?? new Request()).ToPlan(register), clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Opened(vote.Id));
    }
}
