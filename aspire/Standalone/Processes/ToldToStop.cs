using System.Runtime.InteropServices;

namespace Platform.Standalone.Processes;

/// <summary>Cancelled by the first of these signals instead of ending the process, so that what was started is stopped in order.</summary>
public sealed class ToldToStop : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _signals;

    public ToldToStop(params PosixSignal[] signals) => _signals = [.. signals.Select(x => PosixSignalRegistration.Create(x, Stop))];

    public CancellationToken Token => _stop.Token;

    public bool IsCancellationRequested => _stop.IsCancellationRequested;

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _stop.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _stop.Cancel();
    }
}
