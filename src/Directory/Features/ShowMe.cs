using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Data;
using Platform.Directory.Domain;
using Platform.Kernel.Doors;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Directory.Features;

/// <summary>Whoever calls, as they stand here; and what they may say of themselves.</summary>
public static class ShowMe
{
    /// <summary>Person, street, roles of today. The phone is masked; flags are shown to their owner whatever others see.</summary>
    public sealed record View(
        Guid Id, string Name, Guid StreetId, string StreetCode, string StreetName, string? Phone, Guid? HomeAreaId,
        bool IsPartyMember, bool IsVeteran, bool ShowsFlags, IReadOnlyList<MembershipView> Memberships, int Version);

    /// <summary>The home is a building; what was said before stays where nothing is said.</summary>
    public sealed record Request([property: Text(50, 1)] string? Name, Guid? HomeAreaId, bool? ShowsFlags);

    internal static async Task<Ok<View>> Show(DirectoryDb db, Caller caller, IMemberships rights, Phones phones, HttpResponse response, CancellationToken ct)
    {
        var me = await db.People.SingleOrDefaultAsync(x => x.Id == caller.Me, ct);
        if (me is not null) response.SetVersion(me.Version);
        return TypedResults.Ok(await ViewOf(me, db, caller, rights, phones, ct));
    }

    internal static async Task<Ok<View>> Change(
        Request request, DirectoryDb db, Caller caller, IMemberships rights, Phones phones, HttpResponse response, CancellationToken ct)
    {
        var me = await db.Find<Person>(caller.Me, ct);
        // A token lives some minutes longer than who had it.
        if (me.ErasedAt is not null) throw new RefusedException(KernelRefusals.NotFound);
        if (request.Name?.Trim() is { } name) me.Rename(name.Length > 0 ? name : throw new RefusedException(KernelRefusals.Malformed));
        if (request.ShowsFlags is { } shows) me.ShowFlags(shows);
        if (request.HomeAreaId is { } home)
            me.Live(await db.Areas.AnyAsync(x => x.Id == home && x.Level == AreaLevel.Building, ct)
                ? home : throw new RefusedException(DirectoryRefusals.NotABuilding));
        db.Say(me, me.Changed());
        await db.SaveChangesAsync(ct);
        response.SetVersion(me.Version);
        return TypedResults.Ok(await ViewOf(me, db, caller, rights, phones, ct));
    }

    private static async Task<View> ViewOf(Person? me, DirectoryDb db, Caller caller, IMemberships rights, Phones phones, CancellationToken ct)
    {
        var street = await db.Street(ct);
        var name = me?.DisplayName ?? await db.Integrators.Where(x => x.Id == caller.Me).Select(x => x.Name).SingleOrDefaultAsync(ct)
            ?? throw new RefusedException(KernelRefusals.NotFound);
        return new View(caller.Me, name, street.Id, street.Code, street.Name, me?.PhoneEncrypted is { } phone ? Phones.Masked(phones.Read(phone)) : null,
            me?.HomeAreaId, me?.IsPartyMember ?? false, me?.IsVeteran ?? false, me?.ShowsFlags ?? false,
            await rights.Of(street.Id, caller.Me, ct), me?.Version ?? 0);
    }
}
