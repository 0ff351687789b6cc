using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.Grpc.V1;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Data;
using Platform.Directory.Features;
using Platform.Directory.SignIn;
using Platform.Kernel.Doors;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Outlines = Platform.Directory.Domain.Outlines;
using Service = Platform.Contracts.Directory.Grpc.V1.Directory;

namespace Platform.Directory.Grpc;

/// <summary>What other services ask. The tenant was entered by the token, or by a service's own word.</summary>
internal sealed class DirectoryGrpc(DirectoryDb db, IMemberships rights, Phones phones, Tenant tenant, Caller caller, TimeProvider clock) : Service.DirectoryBase
{
    public override async Task<GetMembershipsReply> GetMemberships(GetMembershipsRequest request, ServerCallContext context)
    {
        var person = Id(request.PersonId);
        Allow(context, person == caller.Id);
        var held = await rights.Of(tenant.Id, person, context.CancellationToken);
        return new GetMembershipsReply
        {
            Memberships = { held.Select(x => new Membership { Role = x.Role.ToString(), AreaId = x.AreaId.ToString(), AreaPath = x.AreaPath }) },
        };
    }

    public override async Task<PhoneMatchesReply> PhoneMatches(PhoneMatchesRequest request, ServerCallContext context)
    {
        Allow(context, anybody: false);
        var (person, phone, of, now, ct) = (Id(request.PersonId), Phones.Normal(request.Phone), request.LookedUp, clock.GetUtcNow(), context.CancellationToken);
        if (of.Length > 0 && await db.CountTry(phones, phone, of, now, ct) is { Ticks: > 0 } wait) return new PhoneMatchesReply { WaitSeconds = (int)Math.Ceiling(wait.TotalSeconds) };
        var hash = phones.HashOf(phone);
        var matches = await db.People.AnyAsync(x => x.Id == person && x.PhoneHash == hash, ct);
        if (matches && of.Length > 0) await db.ForgetTries(phones, phone, of, now, ct);
        return new PhoneMatchesReply { Matches = matches };
    }

    /// <summary>Only the id is answered, and that it was asked stands on record: a phone must not become a way to names.</summary>
    public override async Task<ResidentByPhoneReply> ResidentByPhone(ResidentByPhoneRequest request, ServerCallContext context)
    {
        var ct = context.CancellationToken;
        if (!tenant.IsEntered || !(await rights.Of(tenant.Id, caller.Me, ct)).Any(x => PeopleInAreas.Helpers.Contains(x.Role)))
            throw new RefusedException(KernelRefusals.NoRight);
        var number = Phones.Normal(request.Phone);
        var name = request.Name.Trim();
        if (name.Length > 50) throw new RefusedException(KernelRefusals.Malformed);
        var resident = await db.ResidentByPhone(phones.Store(number), name.Length > 0 ? name : $"居民{number[^4..]}", clock, ct);
        db.AuditRead("Person.FoundByPhone", resident.Id);
        await db.SaveChangesAsync(ct);
        return new ResidentByPhoneReply { PersonId = resident.Id.ToString() };
    }

    public override async Task<WhoIsReply> WhoIs(WhoIsRequest request, ServerCallContext context)
    {
        if (!Enum.TryParse<Role>(request.Role, out var role)) throw new RefusedException(KernelRefusals.Malformed);
        // Who holds an office is known to all; who lives somewhere is not.
        Allow(context, anybody: role is not Role.Resident);
        var (ct, areaId) = (context.CancellationToken, Id(request.AreaId));
        var area = await db.Areas.SingleOrDefaultAsync(x => x.Id == areaId, ct) ?? throw new RefusedException(KernelRefusals.UnknownArea);
        var today = await db.Today(clock, ct);
        var people = await (
            from membership in db.Memberships.InForceOn(today)
            where membership.Role == role
            join above in db.Areas on membership.AreaId equals above.Id
            where area.Path.StartsWith(above.Path)
            join person in db.People on membership.PersonId equals person.Id
            orderby above.Path.Length descending, person.Id
            select new { person.Id, person.DisplayName }).ToListAsync(ct);
        return new WhoIsReply { People = { people.DistinctBy(x => x.Id).Select(x => new PersonName { PersonId = x.Id.ToString(), Name = x.DisplayName }) } };
    }

    public override async Task<WhoseKeyReply> WhoseKey(WhoseKeyRequest request, ServerCallContext context)
    {
        Allow(context, anybody: false);
        var hash = KeepIntegrators.HashOf(request.ApiKey);
        var known = await db.Integrators.Where(x => x.KeyHash == hash).Select(x => (Guid?)x.Id).SingleOrDefaultAsync(context.CancellationToken);
        return new WhoseKeyReply { IntegratorId = $"{known}" };
    }

    public override async Task<WhoHasPhoneReply> WhoHasPhone(WhoHasPhoneRequest request, ServerCallContext context)
    {
        Allow(context, anybody: false);
        var hash = phones.HashOf(Phones.Normal(request.Phone));
        var known = await db.People.Where(x => x.PhoneHash == hash).Select(x => (Guid?)x.Id).SingleOrDefaultAsync(context.CancellationToken);
        return new WhoHasPhoneReply { PersonId = $"{known}" };
    }

    public override async Task<AreaAtReply> AreaAt(AreaAtRequest request, ServerCallContext context)
    {
        Allow(context, anybody: false);
        // A street has some dozens of outlines: they are looked through, which needs no spatial index.
        var drawn = await db.Areas.Where(x => x.Outline != null).OrderByDescending(x => x.Path.Length).ThenBy(x => x.Id)
            .Select(x => new { x.Id, x.Outline }).ToListAsync(context.CancellationToken);
        return new AreaAtReply { AreaId = $"{drawn.Find(x => Outlines.Hold(x.Outline!, request.Latitude, request.Longitude))?.Id}" };
    }

    // A service may ask about anybody of the tenant that it works for; a person only what is theirs or known to all.
    private void Allow(ServerCallContext context, bool anybody)
    {
        var service = context.GetHttpContext().User.HasClaim("scope", ServiceToken.Scope);
        if (!tenant.IsEntered || !service && !anybody) throw new RefusedException(KernelRefusals.NoRight);
    }

    private static Guid Id(string text) => Guid.TryParse(text, out var id) ? id : throw new RefusedException(KernelRefusals.Malformed);
}

internal static class Questions
{
    private static readonly string[] AnyOfOurs = [Scopes.Api, ServiceToken.Scope, .. Scopes.OfServices];

    /// <summary>
    /// Open to every token of ours, whichever service its scopes name: an integrator with issues.read alone has its rights asked here too.
    /// What may be asked of whom is decided by question.
    /// </summary>
    public static void MapQuestions(this IEndpointRouteBuilder app) => app.MapGrpcService<DirectoryGrpc>()
        .WithMetadata(new DoorAttribute([]))
        .RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireAssertion(x =>
            x.User.FindFirst("scope")?.Value.Split(' ').Intersect(AnyOfOurs).Any() == true));
}
