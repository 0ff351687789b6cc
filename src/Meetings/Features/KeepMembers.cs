using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Part-time members 兼职委员 of a great party committee: proposed by one, approved by the branch secretary as another, serving for a term, ended with the reason.</summary>
public static class KeepMembers
{
    /// <param name="PersonId">The unit's head, or whom it sends.</param>
    /// <param name="Name">The name that they sit under.</param>
    /// <param name="Unit">The unit.</param>
    /// <param name="UnitType">Seated in the area 驻地, or reported to it 双报到.</param>
    /// <param name="Duties">What they take on.</param>
    /// <param name="From">The first day; that of the committee's term, or today, unless told.</param>
    /// <param name="To">The last day; that of the committee's term unless told.</param>
    public sealed record Proposal(
        [property: Needed] Guid? PersonId, [property: Needed, Text(50)] string? Name, [property: Needed, Text(100)] string? Unit,
        [property: Needed] UnitType? UnitType, [property: Needed, Text(500)] string? Duties, DateOnly? From, DateOnly? To);

    public sealed record Proposed(Guid Id);

    public sealed record Declining([property: Needed, Text(500)] string? Reason);

    public sealed record Ending([property: Needed] EndedBecause? Because, [property: Text(500)] string? Reason);

    public static async Task<Created<Proposed>> Propose(Guid id, Proposal request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var body = await db.Body(id, ct);
        await caller.DemandIn(db, body.AreaId, Rights.Founders, ct);
        var today = await db.Today(clock, ct);
        await db.DemandNoMember(id, request.PersonId!.Value, today, ct);

        var who = new ProposedMember(request.PersonId.Value, request.Name!, request.Unit!, request.UnitType!.Value, request.Duties!, request.From, request.To);
        var member = CommitteeMember.Propose(body, await db.LatestTerm(id, ct), who, caller.Me, clock.GetUtcNow(), today);
        db.CommitteeMembers.Add(member);

        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/meetings/bodies/{id}/members", new Proposed(member.Id));
    }

    public static Task<NoContent> Approve(Guid id, Guid memberId, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct) =>
        Do(id, memberId, db, caller, clock, Rights.Approvers, (member, body, today) => member.Approve(body, caller.Me, clock.GetUtcNow(), today), ct);

    public static Task<NoContent> Decline(Guid id, Guid memberId, Declining request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct) =>
        Do(id, memberId, db, caller, clock, Rights.Approvers, (member, _, today) => member.Decline(request.Reason!, caller.Me, clock.GetUtcNow(), today), ct);

    public static Task<NoContent> End(Guid id, Guid memberId, Ending request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct) =>
        Do(id, memberId, db, caller, clock, Rights.Founders, (member, body, today) => member.End(body, request.Because!.Value, request.Reason, today), ct);

    private static async Task<NoContent> Do(
        Guid id, Guid memberId, MeetingsDb db, Caller caller, TimeProvider clock, Contracts.Directory.V1.Role[] roles, Action<CommitteeMember, Body, DateOnly> act, CancellationToken ct)
    {
        var member = await db.HoldMember(id, memberId, ct);
        await caller.DemandIn(db, member.AreaId, roles, ct);

        act(member, await db.Body(id, ct), await db.Today(clock, ct));

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
