using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.Logging;
using Platform.Contracts;
using Platform.Kernel.Data;

namespace Platform.Kernel.Events;

/// <summary>
/// A service's answer to many facts in few round trips. What comes while a group is at work makes up the next one (group commit): a fact that
/// comes alone waits for nobody, a thousand are a few groups. A group is of one street and commits as one; where it cannot, each of its facts goes
/// alone, so that one that fails takes nobody along.
/// </summary>
/// <remarks>There is no inbox beside it: what it writes must show by itself that a fact was here before.</remarks>
public abstract class GroupReaction<TEvent>(PlatformDb db, Groups groups) : IReaction, IConsumer<TEvent> where TEvent : class, IEvent
{
    public async Task Consume(ConsumeContext<TEvent> context)
    {
        var ct = context.CancellationToken;
        var mine = new Member(context);
        var group = groups.Of(GetType(), context.Message.TenantId);
        group.Waiting.Enqueue(mine);
        await group.Turn.WaitAsync(ct);
        try
        {
            if (mine.Standing is Standing.Waits) await Lead(group, ct);
            if (mine.Standing is Standing.GoesAlone) await TakeIn([context], ct);
        }
        finally
        {
            group.Turn.Release();
        }
    }

    /// <summary>Load, act, say, for facts of one street: in one transaction with the saving afterwards. Some may have been here before.</summary>
    protected abstract Task React(IReadOnlyList<ConsumeContext<TEvent>> facts, CancellationToken ct);

    private async Task Lead(Group group, CancellationToken ct)
    {
        var together = new List<Member>();
        while (group.Waiting.TryDequeue(out var member)) together.Add(member);
        var standing = together.Count > 1 && await Succeeds(together, ct) ? Standing.IsDone : Standing.GoesAlone;
        together.ForEach(x => x.Standing = standing);
    }

    // Why one did not is told to those alone whom it concerns: each tries for itself then.
    private async Task<bool> Succeeds(List<Member> together, CancellationToken ct)
    {
        try
        {
            await TakeIn(together.ConvertAll(x => (ConsumeContext<TEvent>)x.Context), ct);
            return true;
        }
        catch (Exception e)
        {
            groups.TellOf(e, together.Count);
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private async Task TakeIn(List<ConsumeContext<TEvent>> facts, CancellationToken ct)
    {
        db.Enter(facts[0].Message, GetType().Name);
        await db.InOne(async () =>
        {
            await React(facts, ct);
            return await db.SaveChangesAsync(ct);
        }, ct);
    }
}

/// <summary>The facts that wait for their turn, by reaction and street.</summary>
public sealed class Groups(ILogger<Groups> log)
{
    private readonly ConcurrentDictionary<(Type Reaction, Guid Tenant), Group> _groups = new();

    internal Group Of(Type reaction, Guid tenant) => _groups.GetOrAdd((reaction, tenant), _ => new Group());

    internal void TellOf(Exception e, int together) => log.LogInformation("{Count} facts could not be taken in together, and go one by one: {Reason}", together, e.Message);
}

internal sealed class Group
{
    public SemaphoreSlim Turn { get; } = new(1);
    public ConcurrentQueue<Member> Waiting { get; } = new();
}

/// <summary>A fact in its group. Its standing changes only under the group's turn.</summary>
internal sealed class Member(ConsumeContext context)
{
    public ConsumeContext Context { get; } = context;
    public Standing Standing { get; set; }
}

internal enum Standing { Waits, IsDone, GoesAlone }
