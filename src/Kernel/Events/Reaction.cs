using System.Diagnostics;
using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Kernel.Data;

namespace Platform.Kernel.Events;

/// <summary>A service's answer to a fact, found by assembly so that a bus can be set up with all of them.</summary>
public interface IReaction;

/// <summary>
/// A service's answer to a fact, exactly once in effect: the inbox row commits with the writes, so a redelivery finds it and does
/// nothing, and of two at once the second meets the row's key and finds it at its retry. Facts may come twice and in any order.
/// </summary>
public abstract class Reaction<TEvent>(PlatformDb db) : IReaction, IConsumer<TEvent> where TEvent : class, IEvent
{
    private Guid? _waitsFor;

    public async Task Consume(ConsumeContext<TEvent> context)
    {
        var (fact, ct, name) = (context.Message, context.CancellationToken, GetType().Name);
        db.Enter(fact, name);
        await db.InOne(async () =>
        {
            if (await db.Inbox.AnyAsync(x => x.EventId == fact.EventId && x.Reaction == name, ct)) return false;
            await React(fact, ct);
            if (_waitsFor is { } key)
                await ParkUntil(key, fact, name, ct);
            else
                db.Inbox.Add(new InboxRow { EventId = fact.EventId, Reaction = name, TenantId = fact.TenantId, At = fact.At });
            await db.SaveChangesAsync(ct);
            return true;
        }, ct);
    }

    /// <summary>Load, act, say: in one transaction with the saving afterwards and with the inbox row.</summary>
    protected abstract Task React(TEvent fact, CancellationToken ct);

    /// <summary>
    /// The fact came before what it refers to: keep it, change nothing, and take it up when that arrives
    /// (<see cref="PlatformDb.TakeUp"/>, and a sweep each minute for arrivals that crossed with it).
    /// </summary>
    protected Task Park(Guid waitsFor)
    {
        _waitsFor = waitsFor;
        return Task.CompletedTask;
    }

    private async Task ParkUntil(Guid waitsFor, TEvent fact, string name, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await db.Parked.AnyAsync(x => x.EventId == fact.EventId && x.Reaction == name, ct)) return;
        db.Parked.Add(new ParkedFact
        {
            EventId = fact.EventId, Reaction = name, TenantId = fact.TenantId, WaitsFor = waitsFor, At = fact.At,
            Type = typeof(TEvent).FullName!, Body = JsonSerializer.Serialize(fact, Wire.Json), TraceParent = Activity.Current?.Id,
        });
    }
}
