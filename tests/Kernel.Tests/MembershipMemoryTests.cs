using Microsoft.Extensions.Caching.Memory;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Doors;
using Xunit;

namespace Platform.Kernel.Tests;

/// <summary>What is remembered of rights, and what must not be.</summary>
public sealed class MembershipMemoryTests : IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly MemoryCache _cache = new(new MemoryCacheOptions());

    [Fact]
    public async Task AnAnswer_IsRemembered_UntilTheRoleChanges()
    {
        var (memory, directory, who) = (new MembershipMemory(_cache), new Asked(), Guid.CreateVersion7());
        await memory.Of(Guid.Empty, who, directory, Ct);
        await memory.Of(Guid.Empty, who, directory, Ct);
        Assert.Equal(1, directory.Times);

        memory.Forget(who);
        await memory.Of(Guid.Empty, who, directory, Ct);
        Assert.Equal(2, directory.Times);
    }

    [Fact]
    public async Task AnAnswerThatCrossedWithAChange_IsNotRemembered()
    {
        var (memory, who) = (new MembershipMemory(_cache), Guid.CreateVersion7());
        var directory = new Asked { Meanwhile = () => memory.Forget(who) };
        await memory.Of(Guid.Empty, who, directory, Ct);
        directory.Meanwhile = null;

        await memory.Of(Guid.Empty, who, directory, Ct);
        Assert.Equal(2, directory.Times);
    }

    public void Dispose() => _cache.Dispose();

    private sealed class Asked : IMemberships
    {
        public int Times { get; private set; }
        public Action? Meanwhile { get; set; }

        public Task<IReadOnlyList<MembershipView>> Of(Guid tenantId, Guid personId, CancellationToken ct)
        {
            Times++;
            Meanwhile?.Invoke();
            return Task.FromResult<IReadOnlyList<MembershipView>>([new MembershipView(Role.CommitteeStaff, Guid.Empty, "/")]);
        }
    }
}
