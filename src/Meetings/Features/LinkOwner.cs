using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.Grpc.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;
using DirectoryClient = Platform.Contracts.Directory.Grpc.V1.Directory.DirectoryClient;

namespace Platform.Meetings.Features;

/// <summary>
/// Which account votes for an owner: named by staff, or found by the owner's phone. A phone that nobody is known by yet makes the account as signing in with it would, so that
/// who signs in later is that person.
/// </summary>
public static class LinkOwner
{
    private const int AtOnce = 200;

    /// <param name="PersonId">The account; without it the one of the owner's phone.</param>
    public sealed record Request(Guid? PersonId = null);

    /// <param name="Left">How many owners with a phone are still without an account: asked again, the next ones are found.</param>
    public sealed record Linked(int Count, int Left);

    public static async Task<NoContent> Handle(Guid ownerId, Request? request, MeetingsDb db, DirectoryClient directory, Phones phones, Caller caller, CancellationToken ct)
    {
        var owner = await db.OwnerToKeep(ownerId, caller, ct);

        owner.Link(request?.PersonId ?? await ByPhone(owner, directory, phones, ct));

        await db.SaveOnce(OwnerRefusals.AnothersAccount, ct);
        return TypedResults.NoContent();
    }

    /// <summary>The account no longer votes for this owner.</summary>
    public static async Task<NoContent> Unlink(Guid ownerId, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        (await db.OwnerToKeep(ownerId, caller, ct)).Link(null);

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    /// <summary>All owners with a phone, some at once. Of two with the same phone the first has the account: a person votes for one owner.</summary>
    public static async Task<Ok<Linked>> All(Guid id, MeetingsDb db, DirectoryClient directory, Phones phones, Caller caller, CancellationToken ct)
    {
        await db.RegisterOf(id, caller, Rights.Founders, ct);
        var owners = await db.Owners.Where(x => x.RegisterId == id).OrderBy(x => x.Id).ToListAsync(ct);
        var taken = owners.Select(x => x.PersonId).OfType<Guid>().ToHashSet();
        var hashes = owners.Where(x => x.PersonId is not null && x.PhoneHash is not null).Select(x => Convert.ToHexString(x.PhoneHash!)).ToHashSet();
        var waiting = owners.Where(x => x is { PersonId: null, PhoneHash: not null }).DistinctBy(x => Convert.ToHexString(x.PhoneHash!)).Where(x => !hashes.Contains(Convert.ToHexString(x.PhoneHash!))).ToList();

        foreach (var owner in waiting.Take(AtOnce))
            if (await ByPhone(owner, directory, phones, ct) is var person && taken.Add(person)) owner.Link(person);

        await db.SaveOnce(OwnerRefusals.AnothersAccount, ct);
        return TypedResults.Ok(new Linked(waiting.Take(AtOnce).Count(x => x.PersonId is not null), Math.Max(0, waiting.Count - AtOnce)));
    }

    // Directory asks by the caller's own token whether they may.
    private static async Task<Guid> ByPhone(Owner owner, DirectoryClient directory, Phones phones, CancellationToken ct)
    {
        var phone = phones.Read(owner.Phone ?? throw new RefusedException(OwnerRefusals.NoPhone));
        var first = owner.Names.Split('、')[0];
        return Guid.Parse((await directory.ResidentByPhoneAsync(new ResidentByPhoneRequest { Phone = phone, Name = first.Length <= 50 ? first : "" }, cancellationToken: ct)).PersonId);
    }

    /// <exception cref="RefusedException">404, or 403 rights.outside-your-area.</exception>
    internal static async Task<Owner> OwnerToKeep(this MeetingsDb db, Guid ownerId, Caller caller, CancellationToken ct)
    {
        var owner = await db.Owners.SingleOrDefaultAsync(x => x.Id == ownerId, ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        await db.RegisterOf(owner.RegisterId, caller, Rights.Founders, ct);
        return owner;
    }
}
