using System.Globalization;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Domain;
using Platform.Directory.SignIn;
using Platform.Directory.Start;

namespace Platform.Directory.Demo;

/// <summary>
/// Two streets to try the platform with, only where Platform:Demo is set: 张庙街道 with 泗塘三村, after the source case's numbers, and
/// 吴淞街道 beside it. The people, their phones and whatever they do are invented.
/// </summary>
internal static class Demonstration
{
    /// <summary>One password for all: a demonstration is no secret, and shows one-time codes besides.</summary>
    public const string Password = "gongzhi-2026";

    private const string IntegratorId = "demo-integrator", IntegratorSecret = "demo-integrator-secret";
    private static readonly DateOnly From = new(2026, 1, 1), ConvenorFrom = new(2026, 3, 1), ConvenorTo = new(2029, 2, 28);

    public static async Task Plant(IServiceScopeFactory scopes, Clients clients, Accounts accounts, AccountList list, CancellationToken ct)
    {
        var zhangmiao = new DemoPlaces(1, new Street(Ids.Tenant(1), "zhangmiao", "张庙街道", "310113008", "Asia/Shanghai"),
            "310113008005", "泗塘三村", [11, 10, 10], 4879, 246, 102_000, 1985, 121.4380, 31.3370);
        var wusong = new DemoPlaces(2, new Street(Ids.Tenant(2), "wusong", "吴淞街道", "310113007", "Asia/Shanghai"),
            "310113007003", "海滨二村", [4, 4], 1204, 57, 26_400, 1991, 121.4890, 31.3760);

        var integrator = new Integrator(Ids.Integrator(1, 1), IntegratorId, "演示对接系统");
        await Founding.Plant(scopes, Plan(zhangmiao, DemoPeople.Zhangmiao) with
        {
            Integrators = [integrator],
            OtherRoles = [new Membership(Ids.Membership(1, 9_001, 1), integrator.Id, Role.StreetOfficer, Ids.Area(1, 0), From, null),
                new Membership(Ids.Membership(1, 9_001, 2), integrator.Id, Role.CommitteeStaff, Ids.Area(1, 1), From, null)],
        }, ct);
        await Founding.Plant(scopes, Plan(wusong, DemoPeople.Wusong), ct);
        await clients.RegisterIntegrator(IntegratorId, IntegratorSecret, integrator.Name, Ids.Tenant(1), integrator.Id, Scopes.OfServices, ct);

        await MakeAccounts(accounts, list, zhangmiao, DemoPeople.Zhangmiao);
        await MakeAccounts(accounts, list, wusong, DemoPeople.Wusong);
        list.Add(IntegratorId, IntegratorSecret, "集成方（client credentials） Integrator", zhangmiao.Street.Name);
    }

    private static StreetPlan Plan(DemoPlaces places, IReadOnlyList<DemoPerson> people)
    {
        var areas = places.Areas().ToList();
        return new StreetPlan(places.Street, areas, [.. places.Venues(areas)], [.. people.Select(x => Somebody(places.Number, x))]);
    }

    private static NewPerson Somebody(int street, DemoPerson demo)
    {
        var person = new Person(Ids.Person(street, demo.Number), demo.Name);
        person.Live(demo.Home is { } building ? Ids.Area(street, 100 + building) : null);
        person.Flag(demo.PartyMember, veteran: demo.Number % 10 == 9);
        person.ShowFlags(demo.Account is not null && demo.PartyMember);
        var roles = demo.Roles.Select((x, i) => new Membership(Ids.Membership(street, demo.Number, i + 1), person.Id, x.Role, Ids.Area(street, x.Area),
            x.Role is Role.Convenor ? ConvenorFrom : From, x.Role is Role.Convenor ? ConvenorTo : null));
        return new NewPerson(person, string.Create(CultureInfo.InvariantCulture, $"1990000{street}{demo.Number:d3}"), [.. roles]);
    }

    private static async Task MakeAccounts(Accounts accounts, AccountList list, DemoPlaces places, IReadOnlyList<DemoPerson> people)
    {
        foreach (var person in people.Where(x => x.Account is not null))
        {
            await accounts.Make(person.Account!, Password, places.Street.Id, Ids.Person(places.Number, person.Number));
            list.Add(person.Account!, Password, person.What, $"{places.Street.Name} {places.Name}");
        }
    }
}
