using System.Text.Json.Nodes;
using Grpc.Core;
using Grpc.Net.Client;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Issues.Grpc.V1;
using Platform.Issues.Data;
using Platform.Worlds;
using Xunit;

namespace Platform.Issues.Tests;

// A world of its own: its rows are nonsense.
public sealed class IssuesLockTests(IssuesWorld world) : LockTests<Program, IssuesDb>(world), IClassFixture<IssuesWorld>;

public sealed class IssuesDoorTests(IssuesWorld world) : PlacesDoorTests<Program, IssuesDb>(world)
{
    private const string Phone = "+8613800138001";
    private readonly IssuesWorld _world = world;

    protected override string[] Public =>
    [
        "GET /api/v1/issues/public/{street}/form", "GET /api/v1/issues/public/{street}/issues", "POST /api/v1/issues/public/{street}/receipts/{number}",
    ];

    protected override async Task<object[]> ThingsOfOurs(string door)
    {
        if (door.Contains("{actionId", StringComparison.Ordinal))
        {
            var (inAction, resolution) = await _world.InAction(ActionKind.Property);
            return [inAction.Id, resolution.Actions[0].ActionId];
        }

        var author = Guid.CreateVersion7();
        _world.Directory.HasPhone(author, Phone);
        var photo = await _world.Uploaded(_world.As(author));
        var issue = await _world.Reported(author: author, photos: [photo]);
        // What is not on the board yet is there for its author and for staff alone.
        if (door.Contains("/endorse", StringComparison.Ordinal) || door.Contains("/follow", StringComparison.Ordinal)) (await IssuesWorld.Send(_world.Staff(), $"{issue.Door}/accept")).EnsureSuccessStatusCode();
        return [door.Contains("/photos/", StringComparison.Ordinal) ? photo : door.Contains("/receipts/", StringComparison.Ordinal) ? issue.Receipt : issue.Id];
    }

    protected override async Task<JsonNode?> Body(string door, object[] things, JsonNode? made) =>
        door.EndsWith("/merge", StringComparison.Ordinal) ? new JsonObject { ["intoId"] = (await _world.Accepted()).Id }
        : door.Contains("/receipts/", StringComparison.Ordinal) ? new JsonObject { ["phone"] = Phone } : made;

    // An action of ours is in the property company's hands; the issue itself is on the board, on the desk, and its author's.
    protected override async Task Settle(Guid person)
    {
        var issue = await _world.Reported(author: person);
        (await IssuesWorld.Send(_world.Staff(), $"{issue.Door}/accept")).EnsureSuccessStatusCode();
        await _world.InAction(ActionKind.Property);
    }
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
