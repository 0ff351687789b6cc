using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Directory.Domain;
using Xunit;

namespace Platform.Directory.Tests;

/// <summary>A convenor's role follows the branch's appointment.</summary>
public sealed class ConvenorTests(DirectoryWorld world)
{
    private static readonly DateOnly From = new(2026, 11, 23), To = new(2027, 11, 22);
    private readonly Guid _term = Guid.CreateVersion7();

    [Fact]
    public async Task Appointed_HeardTwice_IsOneRole_ForTheTerm()
    {
        var fact = Fact(Appointed(DirectoryWorld.Person(3)));
        await world.Deliver(fact);
        await world.Deliver(fact);
        await world.Deliver(fact with { EventId = Guid.CreateVersion7() });

        var role = Assert.Single(await Roles());
        Assert.Equal((Role.Convenor, DirectoryWorld.Area(1), From, To), (role.Role, role.AreaId, role.From, role.To));
        await world.Says<MembershipChanged>(x => x.SubjectId == _term && x.To == To);
    }

    [Fact]
    public async Task Ended_CutsTheTermShort_AndNeverMakesItLonger()
    {
        await world.Deliver(Fact(Appointed(DirectoryWorld.Person(3))));

        await world.Deliver(Fact(Ended(new DateOnly(2026, 12, 1))));
        await world.Deliver(Fact(Ended(new DateOnly(2026, 12, 31))));

        Assert.Equal(new DateOnly(2026, 12, 1), Assert.Single(await Roles()).To);
        await world.Says<MembershipChanged>(x => x.SubjectId == _term && x.To == new DateOnly(2026, 12, 1));
    }

    [Fact]
    public async Task Ended_ThatComesBeforeItsTerm_CutsItShortWhenThatComes()
    {
        await world.Deliver(Fact(Ended(new DateOnly(2026, 12, 1))));
        Assert.Empty(await Roles());

        await world.Deliver(Fact(Appointed(DirectoryWorld.Person(3))));

        await world.Says<MembershipChanged>(x => x.SubjectId == _term && x.To == new DateOnly(2026, 12, 1));
        Assert.Equal(new DateOnly(2026, 12, 1), Assert.Single(await Roles()).To);
    }

    [Fact]
    public async Task Appointed_SomebodyWhomNobodyKnows_GivesNothing()
    {
        await world.Deliver(Fact(Appointed(Guid.CreateVersion7())));
        await world.Deliver(Fact(Ended(new DateOnly(2026, 12, 1)) with { PersonId = Guid.CreateVersion7() }));

        Assert.Empty(await Roles());
    }

    private ConvenorAppointed Appointed(Guid person) => new()
    {
        TermId = _term, PersonId = person, BodyId = Guid.CreateVersion7(), AreaId = DirectoryWorld.Area(1), From = From, To = To,
    };

    private ConvenorEnded Ended(DateOnly lastDay) => new()
    {
        TermId = _term, PersonId = DirectoryWorld.Person(3), BodyId = Guid.CreateVersion7(), AreaId = DirectoryWorld.Area(1), LastDay = lastDay,
    };

    private T Fact<T>(T fact) where T : Contracts.Fact => world.Fact(fact, tenant: DirectoryWorld.Zhangmiao);

    private Task<List<Membership>> Roles() => world.In(DirectoryWorld.Zhangmiao, db => db.Memberships.Where(x => x.Id == _term).ToListAsync());
}
