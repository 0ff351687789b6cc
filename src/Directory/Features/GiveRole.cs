using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Data;
using Platform.Directory.Domain;
using Platform.Kernel.Doors;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Directory.Features;

/// <summary>Roles are given for a term in an area, and ended. Nothing is deleted: who held what when stays known.</summary>
public static class GiveRole
{
    public sealed record Request([property: Needed] Guid? PersonId, [property: Needed] Role? Role, [property: Needed] Guid? AreaId, DateOnly? From, DateOnly? To);

    /// <summary>Today where no day is given.</summary>
    public sealed record Ending(DateOnly? LastDay);

    public sealed record View(
        Guid Id, Guid PersonId, string PersonName, Role Role, Guid AreaId, string AreaName, string AreaPath, DateOnly From, DateOnly? To, int Version);

    /// <summary>Who holds what, newest first: residents' roles only where the caller keeps people.</summary>
    internal static async Task<Ok<Page<View>>> List(
        DirectoryDb db, Caller caller, TimeProvider clock, [AsParameters] PageQuery page, Guid? personId, Guid? areaId, Role? role, bool? ended, CancellationToken ct)
    {
        var (today, keeps) = (await db.Today(clock, ct), caller.AreasOf(PeopleInAreas.Keepers).Length > 0);
        var found = await db.Memberships
            .Where(x => (personId == null || x.PersonId == personId) && (areaId == null || x.AreaId == areaId) && (role == null || x.Role == role))
            .Where(x => ended == true || x.To == null || x.To >= today)
            .Where(x => keeps || x.Role != Role.Resident || x.PersonId == caller.Id)
            .NewestFirst(page, x => x, x => x.Id, ct);
        return TypedResults.Ok(new Page<View>(await Views(db, found.Items, ct), found.Next));
    }

    internal static async Task<Created<View>> Give(
        Request request, DirectoryDb db, Caller caller, TimeProvider clock, MembershipMemory memory, HttpResponse response, CancellationToken ct)
    {
        var (personId, role) = (request.PersonId!.Value, request.Role!.Value);
        var area = await db.Areas.SingleOrDefaultAsync(x => x.Id == request.AreaId, ct) ?? throw new RefusedException(KernelRefusals.UnknownArea);
        Allow(caller, area, role);
        if (!await db.People.AnyAsync(x => x.Id == personId, ct) && !await db.Integrators.AnyAsync(x => x.Id == personId, ct))
            throw new RefusedException(DirectoryRefusals.UnknownPerson);
        var from = request.From ?? await db.Today(clock, ct);
        if (await db.Memberships.AnyAsync(x => x.PersonId == personId && x.Role == role && x.AreaId == area.Id
            && (x.To == null || x.To >= from) && (request.To == null || x.From <= request.To), ct))
            throw new RefusedException(DirectoryRefusals.AlreadyHeld.With(role));

        var membership = new Membership(Guid.CreateVersion7(), personId, role, area.Id, from, request.To);
        db.Add(membership);
        return TypedResults.Created($"/api/v1/directory/memberships/{membership.Id}", await Saved(db, membership, memory, response, ct));
    }

    internal static async Task<Ok<View>> End(
        Guid id, Ending request, DirectoryDb db, Caller caller, TimeProvider clock, MembershipMemory memory, HttpResponse response, CancellationToken ct)
    {
        var membership = await db.Find<Membership>(id, ct);
        Allow(caller, await db.Areas.SingleAsync(x => x.Id == membership.AreaId, ct), membership.Role);
        var today = await db.Today(clock, ct);
        membership.End(request.LastDay ?? today, today);
        return TypedResults.Ok(await Saved(db, membership, memory, response, ct));
    }

    private static void Allow(Caller caller, Area area, Role role)
    {
        var givers = Appointments.WhoGives(role);
        if (caller.AreasOf(givers).Length == 0) throw new RefusedException(DirectoryRefusals.NotYoursToGive.With(role));
        caller.Demand(area.Path, givers);
    }

    private static async Task<View> Saved(DirectoryDb db, Membership membership, MembershipMemory memory, HttpResponse response, CancellationToken ct)
    {
        db.Say(membership, membership.Changed());
        await db.SaveChangesAsync(ct);
        // The fact comes round to every replica; here it counts at once.
        memory.Forget(membership.PersonId);
        response.SetVersion(membership.Version);
        return (await Views(db, [membership], ct))[0];
    }

    internal static async Task<List<View>> Views(DirectoryDb db, IReadOnlyCollection<Membership> memberships, CancellationToken ct)
    {
        var (people, places) = (memberships.Select(x => x.PersonId).ToArray(), memberships.Select(x => x.AreaId).ToArray());
        var names = await db.People.Where(x => people.Contains(x.Id)).Select(x => new { x.Id, Name = x.DisplayName })
            .Concat(db.Integrators.Where(x => people.Contains(x.Id)).Select(x => new { x.Id, x.Name })).ToDictionaryAsync(x => x.Id, x => x.Name, ct);
        var areas = await db.Areas.Where(x => places.Contains(x.Id)).Select(x => new { x.Id, x.Name, x.Path }).ToDictionaryAsync(x => x.Id, ct);
        return [.. memberships.Select(x => new View(x.Id, x.PersonId, names.GetValueOrDefault(x.PersonId, ""), x.Role, x.AreaId,
            areas[x.AreaId].Name, areas[x.AreaId].Path, x.From, x.To, x.Version))];
    }
}
