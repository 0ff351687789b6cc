using Grpc.Core;
using Grpc.Net.Client;
using Platform.Contracts.Issues.Grpc.V1;
using Platform.Issues.Data;
using Platform.Worlds;
using Xunit;

namespace Platform.Issues.Tests;

// A world of its own: its rows are nonsense.
public sealed class IssuesLockTests(IssuesWorld world) : LockTests<Program, IssuesDb>(world), IClassFixture<IssuesWorld>;

public sealed class IssuesDoorTests(IssuesWorld world) : DoorTests<Program, IssuesDb>(world)
{
    private readonly IssuesWorld _world = world;
    private static Guid? _issue;

    protected override string[] Public =>
    [
        "GET /api/v1/issues/public/{street}/form", "GET /api/v1/issues/public/{street}/issues", "POST /api/v1/issues/public/{street}/receipts/{number}",
    ];

    // A stranger asks for what exists.
    protected override Guid IdOfOurs(string pattern, string parameter) => _issue ??= Task.Run(() => _world.Reported()).Result.Id;
}

/// <summary>What others ask over gRPC.</summary>
public sealed class TextTests(IssuesWorld world)
{
    [Fact]
    public async Task Texts_AreGivenToServicesAndMembers_OfThisStreet_AsFarAsTheyMayRead()
    {
        var (submitted, accepted) = (await world.Reported(), await world.Accepted());
        string[] both = [submitted.Id.ToString(), accepted.Id.ToString()];

        Assert.Equal(2, (await Ask(both, TestTokens.For(Guid.CreateVersion7(), null, "service"), world.Ours)).Count);
        Assert.Equal([accepted.Receipt], (await Ask(both, TestTokens.For(Guid.CreateVersion7(), world.Ours))).Select(x => x.ReceiptNumber));
        Assert.Equal(2, (await Ask(both, TestTokens.For(submitted.AuthorId, world.Ours))).Count);
        Assert.Empty(await Ask(both, TestTokens.For(Guid.CreateVersion7(), world.Theirs)));
        Assert.Equal(StatusCode.Unauthenticated, (await Assert.ThrowsAsync<RpcException>(() => Ask(both, "nonsense"))).StatusCode);
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(() => Ask(both, TestTokens.For(Guid.CreateVersion7(), world.Ours, "elsewhere")))).StatusCode);
        Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(() => Ask(["x"], TestTokens.For(Guid.CreateVersion7(), world.Ours)))).StatusCode);
    }

    private async Task<IReadOnlyList<IssueText>> Ask(string[] ids, string token, Guid? tenant = null)
    {
        using var channel = GrpcChannel.ForAddress(world.Grpc);
        var headers = new Metadata { { "authorization", $"Bearer {token}" } };
        if (tenant is not null) headers.Add("tenant", $"{tenant}");
        var reply = await new Contracts.Issues.Grpc.V1.Issues.IssuesClient(channel).GetTextsAsync(new GetTextsRequest { IssueIds = { ids } }, headers);
        return reply.Issues;
    }
}
