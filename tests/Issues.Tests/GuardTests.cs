using System.Net;
using System.Text.Json.Nodes;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Issues.Grpc.V1;
using Platform.Issues.Data;
using Platform.Issues.Features;
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
        "GET /api/v1/issues/public/{street}/alike", "GET /api/v1/issues/public/{street}/form", "GET /api/v1/issues/public/{street}/issues", "GET /api/v1/issues/public/{street}/issues/{id:guid}",
        "GET /api/v1/issues/public/{street}/issues/{id:guid}/comments", "GET /api/v1/issues/public/{street}/photos/{id:guid}", "POST /api/v1/issues/public/{street}/receipts/{number}",
        "GET /open311/discovery.{format}", "GET /open311/v2/discovery.{format}", "GET /open311/v2/services.{format}", "GET /open311/v2/services/{code}.{format}", "GET /open311/v2/requests.{format}",
        "GET /open311/v2/requests/{id}.{format}", "GET /open311/v2/tokens/{token}.{format}", "POST /open311/v2/requests.{format}",
    ];

    protected override IReadOnlyDictionary<string, string> AlikeForAll { get; } = new Dictionary<string, string>
    {
        ["GET /api/v1/issues/imports/template"] = "the titles of a sheet are the same in every street",
        ["GET /api/v1/issues/comments/rules"] = "a street that decided nothing has the default; that each decides for itself is AStreet_MayShowCommentsAtOnce",
    };

    protected override async Task<object[]> ThingsOfOurs(string door)
    {
        if (door.Contains("/people/{id", StringComparison.Ordinal)) return [(await _world.Reported()).AuthorId];
        if (door.Contains("{actionId", StringComparison.Ordinal))
        {
            var (inAction, resolution) = await _world.InAction(ActionKind.Property);
            return [inAction.Id, resolution.Actions[0].ActionId];
        }

        if (door.Contains("/imports/", StringComparison.Ordinal)) return [await Import(good: 1, wrong: 1)];
        if (door.Contains("{dispatchId", StringComparison.Ordinal)) return await Dispatched();
        if (door.Contains("/mediations/{id", StringComparison.Ordinal)) return [await Mediation(_world.Somebody(Contracts.Directory.V1.Role.CommitteeStaff))];
        if (door.Contains("/departments/", StringComparison.Ordinal)) return [await Department()];
        if (door.Contains("{placementId", StringComparison.Ordinal)) return await Placed();
        if (door.Contains("/campaigns/", StringComparison.Ordinal)) return [await _world.Campaign()];
        if (door.Contains("/categories/", StringComparison.Ordinal)) return [await Category()];
        if (door.Contains("/services/", StringComparison.Ordinal)) return [await Category()];
        if (door.Contains("/questions/", StringComparison.Ordinal) && await Category() is var code) return [await _world.In(_world.Ours, db => db.Categories.Where(x => x.Code == code).Select(x => x.Id).SingleAsync())];
        if (door.Contains("/open311/", StringComparison.Ordinal)) return [(await _world.Accepted()).Id];
        if (door.Contains("/contact", StringComparison.Ordinal)) return [await _world.Posted()];
        var author = Guid.CreateVersion7();
        _world.Directory.HasPhone(author, Phone);
        var photo = await _world.Uploaded(_world.As(author));
        var issue = await _world.Reported(author: author, photos: [photo]);
        // What is not on the board yet is there for its author and for staff alone.
        if (OnTheBoard.Any(x => door.Contains(x, StringComparison.Ordinal))) (await IssuesWorld.Send(_world.Staff(), $"{issue.Door}/accept")).EnsureSuccessStatusCode();
        if (door.Contains("/public/{street}/photos", StringComparison.Ordinal)) await IssuesWorld.Is(HttpStatusCode.NoContent, await IssuesWorld.Send(_world.Staff(), $"{IssuesWorld.Root}/photos/{photo}/release", new { released = true }));
        if (door.Contains("/comments/{id", StringComparison.Ordinal)) return [await Commented(issue, Guid.CreateVersion7(), shown: door.EndsWith("/report", StringComparison.Ordinal))];
        return [door.Contains("/photos/", StringComparison.Ordinal) ? photo : door.Contains("/receipts/", StringComparison.Ordinal) ? issue.Receipt : issue.Id];
    }

    private async Task<object[]> Placed()
    {
        var campaign = await _world.Campaign();
        var placed = await IssuesWorld.Send(_world.Staff(), $"{IssuesWorld.Root}/campaigns/{campaign}/placements", new { means = "Poster", where = "门厅" });
        return [campaign, (await IssuesWorld.Read<KeepCampaigns.View>(placed)).Placements[0].Id];
    }

    private static readonly string[] OnTheBoard = ["/endorse", "/follow", "/comments", "/public/{street}/issues", "/public/{street}/photos"];

    private async Task<Guid> Commented(IssuesWorld.Case issue, Guid by, bool shown)
    {
        var comment = await IssuesWorld.Read<WriteComment.Answer>(await IssuesWorld.Send(_world.As(by), $"{issue.Door}/comments", new { text = "夜里也很吵" }));
        if (shown) await IssuesWorld.Is(HttpStatusCode.NoContent, await IssuesWorld.Send(_world.Staff(), $"{IssuesWorld.Root}/comments/{comment.Id}/show"));
        return comment.Id;
    }

    protected override async Task<JsonNode?> Body(string door, object[] things, JsonNode? made) =>
        door.EndsWith("/categories", StringComparison.Ordinal) || door.EndsWith("/departments", StringComparison.Ordinal) ? new JsonObject { ["code"] = $"t-{Guid.CreateVersion7():n}", ["name"] = "名称", ["nameEn"] = "Name" }
        : door.EndsWith("/merge", StringComparison.Ordinal) ? new JsonObject { ["intoId"] = (await _world.Accepted()).Id }
        : door.Contains("/receipts/", StringComparison.Ordinal) ? new JsonObject { ["phone"] = Phone } : OfAKnownCategory(made);

    // Or a report would be refused before anything of it is looked at.
    private static JsonNode? OfAKnownCategory(JsonNode? made)
    {
        if (made is JsonObject told && told.ContainsKey("category")) told["category"] = "environment";
        return made;
    }

    protected override string Query(string door) => door.Contains("/open311/", StringComparison.Ordinal) ? "?jurisdiction_id={street}"
        : door.EndsWith("/alike", StringComparison.Ordinal) ? "?title=%E7%94%B5%E7%BA%BF%E4%B8%8B%E7%9A%84%E6%AD%BB%E8%A7%92" : "";

    // An action of ours is in the property company's hands; the issue itself is on the board, on the desk, and its author's.
    protected override async Task Settle(Guid person)
    {
        var issue = await _world.Reported(author: person);
        (await IssuesWorld.Send(_world.Staff(), $"{issue.Door}/accept")).EnsureSuccessStatusCode();
        await _world.InAction(ActionKind.Property);
        var comment = await Commented(issue, person, shown: false);
        // Where the street shows comments at once just now, as another test may have it, staff are shown those that somebody reported.
        await IssuesWorld.Send(_world.As(Guid.CreateVersion7()), $"{IssuesWorld.Root}/comments/{comment}/report");
        await IssuesWorld.Is(HttpStatusCode.NoContent, await IssuesWorld.Send(_world.As(person), $"{(await _world.Accepted()).Door}/follow"));
        await Category();
        await _world.Campaign();
        await Import(good: 1, wrong: 0);
        await Dispatched();
        await Department();
        var mediator = _world.Somebody(Contracts.Directory.V1.Role.CommitteeStaff);
        var mediations = $"{IssuesWorld.Root}/mediations/{await Mediation(mediator)}";
        var session = new { on = $"{_world.Clock.GetUtcNow():yyyy-MM-dd}", present = (string[])["甲"], said = "谈过了" };
        await IssuesWorld.Is(System.Net.HttpStatusCode.NoContent, await IssuesWorld.Send(_world.As(mediator), $"{mediations}/sessions", session));
        await IssuesWorld.Is(System.Net.HttpStatusCode.NoContent, await IssuesWorld.Send(_world.As(mediator), $"{mediations}/end", new { outcome = "Failed", words = "谈不拢" }));
    }

    private async Task<Guid> Mediation(Guid mediator)
    {
        _world.Directory.Give(mediator, Contracts.Directory.V1.Role.CommitteeStaff, _world.Building12, $"{IssuesWorld.Grid1Path}12/");
        var asked = new { parties = (string[])["甲", "乙"], subject = "漏水", mediatorId = mediator };
        var answer = await IssuesWorld.Send(_world.Staff(), $"{(await _world.Accepted()).Door}/mediations", asked);
        await IssuesWorld.Is(System.Net.HttpStatusCode.Created, answer);
        return (await IssuesWorld.Read<OpenMediation.Answer>(answer)).Id;
    }

    private async Task<object[]> Dispatched()
    {
        var issue = await _world.Accepted();
        var answer = await IssuesWorld.Send(_world.Staff(), $"{issue.Door}/dispatches", new { department = "police", words = "请到场" });
        await IssuesWorld.Is(System.Net.HttpStatusCode.Created, answer);
        return [issue.Id, (await IssuesWorld.Read<DispatchIssue.Answer>(answer)).Id];
    }

    // Not one of the template's either.
    private async Task<string> Department()
    {
        var code = $"t-{$"{Guid.CreateVersion7():n}"[8..]}";
        var admin = _world.As(_world.Somebody(Contracts.Directory.V1.Role.TenantAdmin));
        (await IssuesWorld.Send(admin, $"{IssuesWorld.Root}/departments/", new { code, name = "部门", nameEn = "Department" })).EnsureSuccessStatusCode();
        return code;
    }

    private async Task<Guid> Import(int good, int wrong) => (await HotlineSheets.Staged(_world.Staff(), HotlineSheets.Excel(
        [.. Enumerable.Range(0, good).Select(_ => HotlineSheets.Row(HotlineSheets.Fresh())), .. Enumerable.Range(0, wrong).Select(_ => HotlineSheets.Row(""))]))).Id;

    // Not one of the template's, whose codes every street has.
    private async Task<string> Category()
    {
        var code = $"t-{Guid.CreateVersion7():n}";
        var admin = _world.As(_world.Somebody(Contracts.Directory.V1.Role.TenantAdmin));
        (await IssuesWorld.Send(admin, $"{IssuesWorld.Root}/categories/", new { code, name = "名称", nameEn = "Name" })).EnsureSuccessStatusCode();
        return code;
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
        var elsewhere = Guid.CreateVersion7();
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(() => Ask(both, TestTokens.For(elsewhere, world.Ours, "elsewhere")))).StatusCode);
        Assert.Contains(world.Log.Heard, x => x.Contains($"is closed to {elsewhere} of street {world.Ours}", StringComparison.Ordinal));
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
