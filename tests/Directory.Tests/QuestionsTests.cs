using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.Grpc.V1;
using Platform.Directory.Domain;
using Platform.Directory.Start;
using Platform.Worlds;
using Xunit;

namespace Platform.Directory.Tests;

/// <summary>What other services ask over gRPC, at the real h2c port.</summary>
public sealed class QuestionsTests(DirectoryWorld world)
{
    [Fact]
    public async Task Memberships_OfOneself_AreAnswered_OfOthersNot()
    {
        var staff = Metadata(TestTokens.For(DirectoryWorld.Person(5), DirectoryWorld.Zhangmiao));

        var own = await world.Questions().GetMembershipsAsync(new() { PersonId = DirectoryWorld.Person(5).ToString() }, staff);

        Assert.Equal(("CommitteeStaff", "310113008/310113008005/"), (own.Memberships.Single().Role, own.Memberships.Single().AreaPath));
        await Fails(StatusCode.PermissionDenied, () => world.Questions().GetMembershipsAsync(new() { PersonId = DirectoryWorld.Person(1).ToString() }, staff));
        Assert.Contains(world.Log.Heard, x => x.Contains($"GetMemberships is closed to {DirectoryWorld.Person(5)} of street {DirectoryWorld.Zhangmiao}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Memberships_OfAnIntegrator_AreAnswered_WhicheverServiceItsScopeNames()
    {
        var token = await Real("demo-integrator", "demo-integrator-secret", "issues.read");

        var reply = await world.Questions().GetMembershipsAsync(new() { PersonId = Ids.Integrator(1, 1).ToString() }, Metadata(token));

        Assert.Equal(2, reply.Memberships.Count);
    }

    [Fact]
    public async Task Service_WithARealToken_AsksAboutAnyone_OfTheStreetThatItNames()
    {
        var token = await Real("service-issues", (await File.ReadAllTextAsync(Path.Combine(world.StateDirectory, "keys", "service-secret"))).Trim(), "service");
        var (here, there) = (Metadata(token, DirectoryWorld.Zhangmiao), Metadata(token, DirectoryWorld.Wusong));
        var asked = new PhoneMatchesRequest { PersonId = DirectoryWorld.Person(1).ToString(), Phone = "199 0000 1001" };

        Assert.Single((await world.Questions().GetMembershipsAsync(new() { PersonId = DirectoryWorld.Person(1).ToString() }, here)).Memberships);
        Assert.Empty((await world.Questions().GetMembershipsAsync(new() { PersonId = DirectoryWorld.Person(1).ToString() }, there)).Memberships);
        Assert.True((await world.Questions().PhoneMatchesAsync(asked, here)).Matches);
        Assert.False((await world.Questions().PhoneMatchesAsync(asked, there)).Matches);
        await Fails(StatusCode.PermissionDenied, () => world.Questions().PhoneMatchesAsync(asked, Metadata(token)));
        await Fails(StatusCode.PermissionDenied, () => world.Questions().PhoneMatchesAsync(asked, Metadata(TestTokens.For(DirectoryWorld.Person(5), DirectoryWorld.Zhangmiao))));
    }

    /// <summary>Five wrong phones for one receipt are free, and so are five receipts for one phone; then neither is looked at for a while, not even the right one.</summary>
    [Fact]
    public async Task GuessingAtReceipts_IsSlowed_ByReceiptAndByPhone_AlsoManyAtOnce()
    {
        var here = Metadata(await Real("service-issues", (await File.ReadAllTextAsync(Path.Combine(world.StateDirectory, "keys", "service-secret"))).Trim(), "service"), DirectoryWorld.Zhangmiao);
        Task<PhoneMatchesReply> Ask(string phone, string receipt, bool known = true) => world.Questions().PhoneMatchesAsync(
            new() { PersonId = (known ? DirectoryWorld.Person(1) : Guid.Empty).ToString(), Phone = phone, LookedUp = receipt }, here).ResponseAsync;
        const string Right = "199 0000 1001";

        // What is right costs nothing, however often.
        for (var i = 0; i < 8; i++) Assert.True((await Ask(Right, "r-1")).Matches);
        // Many at once are looked at one after another: no more than five of them.
        var many = await Task.WhenAll(Enumerable.Range(0, 20).Select(x => Ask($"199 0000 20{x:00}", "r-1")));
        Assert.Equal(5, many.Count(x => x.WaitSeconds == 0));
        Assert.All(many, x => Assert.False(x.Matches));
        var slowed = await Ask(Right, "r-1");
        Assert.True(slowed is { Matches: false, WaitSeconds: > 0 and <= 60 });
        // By the phone, for receipts that there are and for others alike; and waiting for the one does not shut the other.
        for (var i = 0; i < 5; i++) Assert.Equal(0, (await Ask("199 0000 3001", $"r-2{i}", known: false)).WaitSeconds);
        Assert.True((await Ask("199 0000 3001", "r-3")).WaitSeconds > 0);
        Assert.True((await Ask(Right, "r-3")).Matches);

        world.Clock.Pass(TimeSpan.FromSeconds(61));
        Assert.Equal(0, (await Ask("199 0000 2101", "r-1")).WaitSeconds);
        // The sixth: two minutes now.
        Assert.True((await Ask(Right, "r-1")).WaitSeconds is > 60 and <= 120);
        world.Clock.Pass(TimeSpan.FromSeconds(121));
        Assert.True((await Ask(Right, "r-1")).Matches);
        for (var i = 0; i < 4; i++) Assert.Equal(0, (await Ask($"199 0000 220{i}", "r-1")).WaitSeconds);
        Assert.True((await Ask(Right, "r-1")).Matches);
    }

    [Fact]
    public async Task PhoneAndPlace_AreToldToServicesAlone()
    {
        var service = Metadata(TestTokens.For(Guid.CreateVersion7(), null, "service"), DirectoryWorld.Zhangmiao);
        var staff = Metadata(TestTokens.For(DirectoryWorld.Person(5), DirectoryWorld.Zhangmiao));

        Assert.Equal($"{DirectoryWorld.Person(1)}", (await world.Questions().WhoHasPhoneAsync(new() { Phone = "199 0000 1001" }, service)).PersonId);
        Assert.Equal("", (await world.Questions().WhoHasPhoneAsync(new() { Phone = "199 0000 1999" }, service)).PersonId);
        await Fails(StatusCode.PermissionDenied, () => world.Questions().WhoHasPhoneAsync(new() { Phone = "199 0000 1001" }, staff));
        await Fails(StatusCode.PermissionDenied, () => world.Questions().WhoseKeyAsync(new() { ApiKey = "x" }, staff));
        await Fails(StatusCode.PermissionDenied, () => world.Questions().AreaAtAsync(new(), staff));
        Assert.Equal("", (await world.Questions().AreaAtAsync(new() { Latitude = -80, Longitude = 0 }, service)).AreaId);
    }

    /// <summary>A square with a hole in it, and a second one far away.</summary>
    [Theory, InlineData(1, 1, true), InlineData(5, 5, false), InlineData(11, 5, false), InlineData(21, 21, true), InlineData(15, 15, false)]
    public void Outline_HoldsWhatLiesInIt_ButNotInItsHoles(double latitude, double longitude, bool holds)
    {
        const string shape = """
            {"type":"MultiPolygon","coordinates":[[[[0,0],[10,0],[10,10],[0,10],[0,0]],[[4,4],[6,4],[6,6],[4,6],[4,4]]],[[[20,20],[22,20],[22,22],[20,22],[20,20]]]]}
            """;
        Assert.Equal(holds, Outlines.Hold(shape, latitude, longitude));
        Assert.False(Outlines.Hold("""{"type":"Polygon","coordinates":[1,[["x"]]]}""", latitude, longitude));
    }

    [Fact]
    public async Task WhoIs_FindsTheOffice_InTheAreaOrAboveIt_ButNoResidents()
    {
        var resident = Metadata(TestTokens.For(DirectoryWorld.Person(1), DirectoryWorld.Zhangmiao));
        WhoIsRequest Asking(string role, int area) => new() { Role = role, AreaId = DirectoryWorld.Area(area).ToString() };

        Assert.Equal("周明华", (await world.Questions().WhoIsAsync(Asking("GridOfficer", 112), resident)).People.Single().Name);
        Assert.Equal("刘建华", (await world.Questions().WhoIsAsync(Asking("BranchSecretary", 112), resident)).People.Single().Name);
        Assert.Empty((await world.Questions().WhoIsAsync(Asking("GridOfficer", 1), resident)).People);
        await Fails(StatusCode.PermissionDenied, () => world.Questions().WhoIsAsync(Asking("Resident", 112), resident));
        await Fails(StatusCode.InvalidArgument, () => world.Questions().WhoIsAsync(Asking("Mayor", 112), resident));
    }

    [Fact]
    public async Task ResidentByPhone_IsKnown_OrMadeOnce_ForWhoWritesDownWhatResidentsSay()
    {
        var staff = Metadata(TestTokens.For(DirectoryWorld.Person(5), DirectoryWorld.Zhangmiao));
        Task<ResidentByPhoneReply> Ask(string phone, Metadata who) => world.Questions().ResidentByPhoneAsync(new() { Phone = phone, Name = "王阿姨" }, who).ResponseAsync;

        Assert.Equal(DirectoryWorld.Person(1).ToString(), (await Ask("199 0000 1001", staff)).PersonId);
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Ask("13911112222", staff)));
        Assert.Single(made.Select(x => x.PersonId).Distinct());
        // Whoever signs in with that phone is that person.
        Assert.Equal("王阿姨", (await world.In(DirectoryWorld.Zhangmiao, db => db.People.SingleAsync(x => x.Id == Guid.Parse(made[0].PersonId)))).DisplayName);
        Assert.True(await world.In(DirectoryWorld.Zhangmiao, db => db.Audits.AnyAsync(x => x.Subject == "Person.FoundByPhone" && x.ActorId == DirectoryWorld.Person(5))));

        await Fails(StatusCode.InvalidArgument, () => world.Questions().ResidentByPhoneAsync(new() { Phone = "12", Name = "" }, staff));
        foreach (var other in new[] { TestTokens.For(DirectoryWorld.Person(1), DirectoryWorld.Zhangmiao), TestTokens.For(DirectoryWorld.Person(5), DirectoryWorld.Wusong) })
            await Fails(StatusCode.PermissionDenied, () => world.Questions().ResidentByPhoneAsync(new() { Phone = "13911113333", Name = "" }, Metadata(other)));
    }

    [Fact]
    public async Task WithoutAToken_NothingIsAnswered() =>
        await Fails(StatusCode.Unauthenticated, () => world.Questions().WhoIsAsync(new() { Role = "Convenor", AreaId = DirectoryWorld.Area(1).ToString() }));

    private async Task<string> Real(string client, string secret, string scope)
    {
        var (_, body) = await world.Token(("grant_type", "client_credentials"), ("client_id", client), ("client_secret", secret), ("scope", scope));
        return body.GetProperty("access_token").GetString()!;
    }

    private static Metadata Metadata(string token, Guid? tenant = null)
    {
        var metadata = new Metadata { { "authorization", $"Bearer {token}" } };
        if (tenant is { } id) metadata.Add("tenant", id.ToString());
        return metadata;
    }

    private static async Task Fails<T>(StatusCode status, Func<AsyncUnaryCall<T>> ask) =>
        Assert.Equal(status, (await Assert.ThrowsAsync<RpcException>(async () => await ask())).StatusCode);
}
