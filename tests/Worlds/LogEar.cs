using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Platform.Worlds;

/// <summary>Keeps what the service wrote into its log about what our own code did.</summary>
public sealed class LogEar : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _heard = [];

    public IReadOnlyCollection<string> Heard => _heard;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _heard.Enqueue(exception is null ? formatter(state, null) : $"{formatter(state, exception)} {exception}");

    public void Dispose() { }
}
