using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The part-time members of a great party committee, those proposed and those who served too; the last proposed first.</summary>
public static class ListMembers
{
    /// <param name="MayApprove">Whether the caller may decide on it: a branch secretary who did not propose it.</param>
    /// <param name="MayEnd">Whether the caller may end it.</param>
    public sealed record View(
        Guid Id, Guid PersonId, string Name, string Unit, UnitType UnitType, string Duties, DateOnly From, DateOnly To, MemberState State, DateTimeOffset ProposedAt,
        DateTimeOffset? DecidedAt, EndedBecause? EndedBecause, string? Reason, bool MayApprove, bool MayEnd, int Version);

    public static async Task<Ok<Page<View>>> Handle(Guid id, [AsParameters] PageQuery page, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var body = await db.Body(id, ct);
        await caller.DemandIn(db, body.AreaId, Rights.Readers, ct);
        var (path, today, me) = ((await db.Area(body.AreaId, ct)).Path, await db.Today(clock, ct), caller.Me);
        var (approves, ends) = (caller.Holds(path, Rights.Approvers), caller.Holds(path, Rights.Founders));
        var found = await db.CommitteeMembers.Where(x => x.BodyId == id).NewestFirst(page, x => x, x => x.Id, ct);
        return TypedResults.Ok(new Page<View>([.. found.Items.Select(x =>
        {
            var state = x.StateOn(today);
            return new View(x.Id, x.PersonId, x.Name, x.Unit, x.UnitType, x.Duties, x.From, x.To, state, x.ProposedAt, x.DecidedAt, x.EndedBecause, x.Reason,
                state is MemberState.Proposed && approves && x.ProposedBy != me, state is MemberState.Approved or MemberState.Serving && ends, x.Version);
        })], found.Next));
    }
}
