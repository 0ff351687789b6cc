using System.Collections.Concurrent;
using MassTransit;
using Platform.Contracts;

namespace Platform.Worlds;

/// <summary>Hears what the service under test says, from the broker, and tells when what was said to it has been dealt with.</summary>
public sealed class FactEar : IReceiveObserver
{
    private readonly ConcurrentDictionary<Guid, Delivery> _deliveries = new();
    private readonly ConcurrentQueue<IEvent> _heard = new();

    public IEnumerable<IEvent> Heard => _heard;

    public void Hear(IEvent fact) => _heard.Enqueue(fact);

    /// <summary>Ends when the message with this id was received and dealt with; a fault of the last try fails it.</summary>
    public Task Dealt(Guid messageId) => (_deliveries[messageId] = new Delivery()).Done.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType) where T : class
    {
        if (context.MessageId is { } id && _deliveries.TryGetValue(id, out var delivery)) delivery.Faults.TryRemove(consumerType, out _);
        return Task.CompletedTask;
    }

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception) where T : class
    {
        if (context.MessageId is { } id && _deliveries.TryGetValue(id, out var delivery)) delivery.Faults[consumerType] = exception;
        return Task.CompletedTask;
    }

    public Task PostReceive(ReceiveContext context)
    {
        if (context.GetMessageId() is { } id && context.InputAddress.AbsolutePath.Contains("-rights", StringComparison.Ordinal) is false
            && _deliveries.TryGetValue(id, out var delivery))
        {
            if (delivery.Faults.Values.FirstOrDefault() is { } fault) delivery.Done.TrySetException(fault);
            else delivery.Done.TrySetResult();
        }

        return Task.CompletedTask;
    }

    public Task ReceiveFault(ReceiveContext context, Exception exception) => Task.CompletedTask;

    private sealed class Delivery
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public ConcurrentDictionary<string, Exception> Faults { get; } = new();
    }
}
