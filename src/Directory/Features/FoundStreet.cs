using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Data;
using Platform.Directory.Domain;
using Platform.Directory.SignIn;
using Platform.Directory.Start;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Kernel.Time;

namespace Platform.Directory.Features;

/// <summary>
/// A street's office joins the platform: its tree with the neighbourhoods it names, a hall in each, and a first administrator. What other
/// services put into a new street (rules, categories) they put in when they hear of it.
/// </summary>
public static class FoundStreet
{
    public sealed record Address(string Code, string Name);

    public sealed record Neighbourhood([property: Needed][property: Text(40)] string? Code, [property: Needed][property: Text(100)] string? Name);

    public sealed record Request(
        [property: Needed][property: Text(40, 2)] string? Code, [property: Needed][property: Text(100)] string? Name,
        [property: Needed][property: Text(12, 9)] string? DivisionCode, [property: Text(64)] string? TimeZone,
        [property: Needed][property: Text(50)] string? AdminName, [property: Needed][property: Text(100, 3)] string? AdminAccount,
        [property: AtMost(200)] Neighbourhood[]? Neighbourhoods);

    /// <summary>The administrator's password is shown once.</summary>
    public sealed record Founded(Guid Id, string Code, string AdminAccount, string AdminPassword);

    /// <summary>In the order of their short names, which are also the cursor.</summary>
    internal static async Task<Ok<Page<Address>>> List(DirectoryDb db, [AsParameters] PageQuery page, CancellationToken ct)
    {
        var after = page.After is null ? "" : Paging.Decode(page.After)[0];
        return TypedResults.Ok(await db.Addresses.Where(x => x.Code != Street.OperatorsCode && x.Code.CompareTo(after) > 0)
            .OrderBy(x => x.Code).Select(x => new Address(x.Code, x.Name)).Take(page.Size + 1).ToPage(page.Size, x => Paging.Encode(x.Code), ct));
    }

    internal static async Task<Created<Founded>> Handle(
        Request request, DirectoryDb db, IServiceScopeFactory scopes, Accounts accounts, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var (code, account) = (request.Code!.Trim().ToLowerInvariant(), request.AdminAccount!.Trim());
        if (!code.All(x => char.IsAsciiLetterOrDigit(x) || x is '-') || !request.DivisionCode!.All(char.IsAsciiDigit))
            throw new RefusedException(KernelRefusals.Malformed);
        if (await db.Addresses.AnyAsync(x => x.Code == code, ct)) throw new RefusedException(DirectoryRefusals.StreetCodeTaken.With(code));
        if (!accounts.IsName(account)) throw new RefusedException(DirectoryRefusals.BadAccountName);
        if (await accounts.Exists(account)) throw new RefusedException(DirectoryRefusals.AccountTaken.With(account));

        var (plan, admin) = Plan(request, code, clock);
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        await Founding.Plant(scopes, plan, ct, caller.Id);
        await accounts.Make(account, password, plan.Street.Id, admin);
        return TypedResults.Created((string?)null, new Founded(plan.Street.Id, code, account, password));
    }

    private static (StreetPlan Plan, Guid Admin) Plan(Request request, string code, TimeProvider clock)
    {
        var street = new Street(Guid.CreateVersion7(), code, request.Name!.Trim(), request.DivisionCode!, request.TimeZone ?? "Asia/Shanghai");
        var root = new Area(Guid.CreateVersion7(), street);
        var neighbourhoods = (request.Neighbourhoods ?? []).Select(x => new Area(Guid.CreateVersion7(), root, x.Code!.Trim(), x.Name!.Trim())).ToList();
        var halls = neighbourhoods.ConvertAll(x => new Venue(Guid.CreateVersion7(), x, $"{x.Name}小区议事厅", 40));
        var admin = new Person(Guid.CreateVersion7(), request.AdminName!.Trim());
        var role = new Membership(Guid.CreateVersion7(), admin.Id, Role.TenantAdmin, root.Id, clock.GetUtcNow().DayIn(street.Zone), null);
        return (new StreetPlan(street, [root, .. neighbourhoods], halls, [new NewPerson(admin, null, [role])]), admin.Id);
    }
}
