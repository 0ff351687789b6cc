using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Contracts.Issues.Grpc.V1;

namespace Platform.Meetings.Tests;

/// <summary>What Meetings asks Issues, answered by the real proto over a real port; it remembers with whose token.</summary>
public sealed class IssuesStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Memory _memory = new();

    private IssuesStandIn()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, x => x.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(_memory);
        _app = builder.Build();
        _app.MapGrpcService<Speaker>();
    }

    public string Address => _app.Urls.First();

    /// <summary>The authorization header of the last question.</summary>
    public string? LastToken => _memory.LastToken;

    public static async Task<IssuesStandIn> Start()
    {
        var issues = new IssuesStandIn();
        await issues._app.StartAsync();
        return issues;
    }

    public void Says(Guid issueId, string title) => _memory.Titles[issueId] = title;

    /// <summary>Answers nobody from now on, or again.</summary>
    public void GoAway(bool away = true) => _memory.Away = away;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal sealed class Memory
    {
        public ConcurrentDictionary<Guid, string> Titles { get; } = new();
        public string? LastToken { get; set; }
        public bool Away { get; set; }
    }

    internal sealed class Speaker(Memory memory) : Contracts.Issues.Grpc.V1.Issues.IssuesBase
    {
        public override Task<GetTextsReply> GetTexts(GetTextsRequest request, ServerCallContext context)
        {
            if (memory.Away) throw new RpcException(new Status(StatusCode.Unavailable, "away"));
            memory.LastToken = context.RequestHeaders.GetValue("authorization");
            var known = request.IssueIds.Select(Guid.Parse).Where(memory.Titles.ContainsKey);
            return Task.FromResult(new GetTextsReply { Issues = { known.Select(x => new IssueText { IssueId = x.ToString(), Title = memory.Titles[x], Text = "……" }) } });
        }
    }
}
