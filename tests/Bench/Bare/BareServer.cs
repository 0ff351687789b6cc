using System.Text.Json;
using Npgsql;
using Yarp.ReverseProxy.Configuration;

namespace Platform.Bench.Bare;

/// <summary>What the bare process runs.</summary>
internal static class BareServer
{
    public static async Task Run(string http, string proxy, string upstream)
    {
        await using var database = NpgsqlDataSource.Create(Environment.GetEnvironmentVariable("BARE_POSTGRES")!);
        await using var kestrel = Kestrel(http, database);
        await using var yarp = Yarp(proxy, upstream);
        await Task.WhenAll(kestrel.StartAsync(), yarp.StartAsync());
        await Console.In.ReadToEndAsync();
    }

    private static WebApplication Kestrel(string address, NpgsqlDataSource database)
    {
        var app = Slim(address).Build();
        app.MapGet("/hello", () => "hello");
        app.MapGet("/page/{size:int}", (int size) => Results.Bytes(new byte[size], "text/html"));
        app.MapPost("/forget", () => database.Clear());
        app.MapGet("/list", (HttpContext context, Guid tenant, string status, string from, string until, Guid? after) =>
            Write(context, BareIssues.List(database, tenant, status, from, until, after, context.RequestAborted)));
        app.MapGet("/search", (HttpContext context, Guid tenant, string pairs, string words) =>
            Write(context, BareIssues.Search(database, tenant, pairs, words, context.RequestAborted)));
        app.MapGet("/ilike", (HttpContext context, Guid tenant, string words) => Write(context, BareIssues.Ilike(database, tenant, words, context.RequestAborted)));
        app.MapPost("/issues", async (HttpContext context) =>
        {
            await BareInsert.Issue(database, await JsonSerializer.DeserializeAsync(context.Request.Body, BareJson.Default.NewIssue) ?? throw new InvalidOperationException(), context.RequestAborted);
            context.Response.StatusCode = StatusCodes.Status201Created;
        });
        app.MapPost("/places/take", async (HttpContext context) =>
            context.Response.StatusCode = await BareInsert.TakePlace(database, context.RequestAborted) ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
        app.MapPost("/ballots", (HttpContext context) => BareInsert.Ballot(database, context.RequestAborted));
        return app;
    }

    private static WebApplication Yarp(string address, string upstream)
    {
        var builder = Slim(address);
        builder.Services.AddReverseProxy().LoadFromMemory(
            [new RouteConfig { RouteId = "all", ClusterId = "issues", Match = new RouteMatch { Path = "{**all}" } }],
            [new ClusterConfig { ClusterId = "issues", Destinations = new Dictionary<string, DestinationConfig> { ["one"] = new() { Address = upstream } } }]);
        var app = builder.Build();
        app.MapReverseProxy();
        return app;
    }

    private static WebApplicationBuilder Slim(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        builder.Services.AddRoutingCore();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        return builder;
    }

    private static async Task Write(HttpContext context, Task<List<IssueRow>> rows)
    {
        context.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(context.Response.Body, await rows, BareJson.Default.ListIssueRow, context.RequestAborted);
    }
}
