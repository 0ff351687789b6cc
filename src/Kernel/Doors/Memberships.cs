using MassTransit;
using Microsoft.Extensions.Caching.Memory;
using Platform.Contracts.Directory.Grpc.V1;
using Platform.Contracts.Directory.V1;

namespace Platform.Kernel.Doors;

/// <summary>A role in an area, in force today.</summary>
public sealed record MembershipView(Role Role, Guid AreaId, string AreaPath);

/// <summary>Asks what a person or client may do. Directory answers from its own tables, everybody else asks Directory.</summary>
public interface IMemberships
{
    Task<IReadOnlyList<MembershipView>> Of(Guid tenantId, Guid personId, CancellationToken ct);
}

/// <summary>Remembers rights for a minute at most; MembershipChanged makes it forget at once.</summary>
public sealed class MembershipMemory(IMemoryCache cache)
{
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(1);
    private int _changes;

    public async Task<IReadOnlyList<MembershipView>> Of(Guid tenantId, Guid personId, IMemberships memberships, CancellationToken ct)
    {
        if (cache.TryGetValue((nameof(MembershipMemory), personId), out IReadOnlyList<MembershipView>? known)) return known!;
        // An answer that was asked for before a change arrived, anybody's, is used once and not kept.
        var before = Volatile.Read(ref _changes);
        var asked = await memberships.Of(tenantId, personId, ct);
        if (Volatile.Read(ref _changes) == before) cache.Set((nameof(MembershipMemory), personId), asked, AtMost);
        return asked;
    }

    public void Forget(Guid personId)
    {
        Interlocked.Increment(ref _changes);
        cache.Remove((nameof(MembershipMemory), personId));
    }
}

/// <summary>Asks Directory over gRPC, with the caller's own token.</summary>
public sealed class MembershipsFromDirectory(Contracts.Directory.Grpc.V1.Directory.DirectoryClient directory) : IMemberships
{
    public async Task<IReadOnlyList<MembershipView>> Of(Guid tenantId, Guid personId, CancellationToken ct)
    {
        var reply = await directory.GetMembershipsAsync(
            new GetMembershipsRequest { PersonId = personId.ToString() }, deadline: null, cancellationToken: ct);
        return [.. reply.Memberships.Select(x => new MembershipView(Enum.Parse<Role>(x.Role), Guid.Parse(x.AreaId), x.AreaPath))];
    }
}

/// <summary>Every replica hears of a changed role by a queue of its own and asks again.</summary>
public sealed class WhenMembershipChanged(MembershipMemory memory) : IConsumer<MembershipChanged>
{
    public Task Consume(ConsumeContext<MembershipChanged> context)
    {
        memory.Forget(context.Message.PersonId);
        return Task.CompletedTask;
    }
}
