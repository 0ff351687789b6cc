using System.Collections.Concurrent;
using System.Diagnostics;

namespace Platform.Kernel.Tests;

/// <summary>What ended under one trace while a test listened to some sources.</summary>
public sealed class Telemetry : IDisposable
{
    private readonly ConcurrentQueue<(ActivityTraceId Trace, string Name)> _ended = [];
    private readonly ActivityListener _listener;

    private Telemetry(string[] sources)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = x => sources.Contains(x.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = x => _ended.Enqueue((x.TraceId, x.OperationName)),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public ActivityTraceId Trace { get; set; }

    public IEnumerable<string> Names => _ended.Where(x => x.Trace == Trace).Select(x => x.Name);

    public static Telemetry Of(params string[] sources) => new(sources);

    public void Dispose() => _listener.Dispose();
}
