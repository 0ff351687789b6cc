using Grpc.Core;
using Grpc.Net.Client;
using Platform.Contracts.Directory.Grpc.V1;
using Platform.Worlds;
using Xunit;

namespace Platform.Gateway.Tests;

public sealed class GrpcTests(GatewayWorld world) : IClassFixture<GatewayWorld>
{
    [Fact]
    public async Task Question_PassesTheH2cPort_WithoutWhatAStrangerClaims()
    {
        var id = Guid.CreateVersion7().ToString();
        var reply = await Ask(id, new Metadata { { "authorization", $"Bearer {TestTokens.For(world.Person, world.Street)}" }, { "tenant", id } });
        Assert.Equal((id, "no tenant"), (reply.Memberships.Single().AreaId, reply.Memberships.Single().AreaPath));
    }

    [Fact]
    public async Task Question_WithoutAToken_IsNotPassedOn() =>
        Assert.Equal(StatusCode.Unauthenticated, (await Assert.ThrowsAsync<RpcException>(() => Ask("", []))).StatusCode);

    private async Task<GetMembershipsReply> Ask(string person, Metadata metadata)
    {
        using var channel = GrpcChannel.ForAddress(world.Grpc);
        return await new Contracts.Directory.Grpc.V1.Directory.DirectoryClient(channel)
            .GetMembershipsAsync(new GetMembershipsRequest { PersonId = person }, metadata);
    }
}
