using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Journeys.Otlp;
using Platform.Standalone;

namespace Platform.Journeys.Stage;

/// <summary>A span as it was heard: which copy of which service made it, with which instrument.</summary>
public sealed record HeardSpan(string Service, string Instance, string Scope, string Name, Span.Types.SpanKind Kind, string Id, string Parent);

/// <summary>An OTLP receiver that remembers the traces it was told to listen for.</summary>
public sealed class TraceEar : TraceService.TraceServiceBase, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<HeardSpan>> _traces = new();
    private WebApplication? _app;

    /// <summary>What some trace held that none may hold: its kind, or null.</summary>
    public string? Leaked { get; private set; }

    /// <summary>Where to send telemetry.</summary>
    public string Address => _app!.Urls.Single();

    public static async Task<TraceEar> Listen()
    {
        var ear = new TraceEar();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(x => x.ConfigureEndpointDefaults(e => e.Protocols = HttpProtocols.Http2)).UseUrls("http://127.0.0.1:0");
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(ear);
        ear._app = builder.Build();
        ear._app.MapGrpcService<TraceEar>();
        await ear._app.StartAsync();
        return ear;
    }

    /// <summary>Does something as one trace, and gives what is heard of it: now, and as it still comes in.</summary>
    public async Task<IReadOnlyCollection<HeardSpan>> Of(string what, Func<Task> act)
    {
        using var request = new Activity(what).SetIdFormat(ActivityIdFormat.W3C);
        request.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        request.Start();
        var heard = _traces.GetOrAdd(request.TraceId.ToHexString(), _ => []);
        await act();
        request.Stop();
        return heard;
    }

    public override Task<ExportTraceServiceResponse> Export(ExportTraceServiceRequest request, ServerCallContext context)
    {
        // As it came over the wire: whatever a span holds, also what our copy of the protocol leaves out.
        Leaked ??= Leaks.Of(Encoding.Latin1.GetString(request.ToByteArray()), []);
        foreach (var resource in request.ResourceSpans)
        {
            string Attribute(string name) => resource.Resource.Attributes.FirstOrDefault(x => x.Key == name)?.Value.StringValue ?? "";
            foreach (var scope in resource.ScopeSpans)
                foreach (var span in scope.Spans)
                    if (_traces.TryGetValue(Hex(span.TraceId), out var trace))
                        trace.Enqueue(new HeardSpan(
                            Attribute("service.name"), Attribute("service.instance.id"), scope.Scope?.Name ?? "", span.Name, span.Kind, Hex(span.SpanId), Hex(span.ParentSpanId)));
        }

        return Task.FromResult(new ExportTraceServiceResponse());
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
    }

    private static string Hex(Google.Protobuf.ByteString bytes) => Convert.ToHexStringLower(bytes.Span);
}
