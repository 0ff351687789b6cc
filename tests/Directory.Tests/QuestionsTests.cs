using Grpc.Core;
using Platform.Contracts.Directory.Grpc.V1;
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
