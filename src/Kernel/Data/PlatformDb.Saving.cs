using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Kernel.Events;

namespace Platform.Kernel.Data;

/// <content>What saving does beside writing: guards, versions, audit rows, the facts that were said.</content>
public abstract partial class PlatformDb
{
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save asynchronously: the guards run there.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Changes are looked for once. What is changed from here on, is by way of the tracker, which knows.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            BeforeSaving();
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>All changes are known, and none is written yet.</summary>
    private protected virtual void BeforeSaving()
    {
        this.StampAndGuard();
        this.CountVersions([.. _said.Select(x => x.Subject)]);
        foreach (var entry in ChangeTracker.Entries<Aggregate>().Where(e => e.State is not EntityState.Unchanged).ToList())
            Audits.Add(Audit(entry.Metadata.ClrType.Name, entry.Entity.Id));
        foreach (var (subject, fact) in _said)
            Outbox.Add(Sealed(subject, fact));
        _said.Clear();
    }

    private OutboxRow Sealed(Aggregate subject, Fact fact)
    {
        var whole = fact with
        {
            EventId = Guid.CreateVersion7(),
            TenantId = TenantId,
            At = _clock.GetUtcNow(),
            ActorId = _caller.Id,
            SubjectId = subject.Id,
            Version = subject.Version,
            ReceiptNumber = fact.ReceiptNumber ?? (subject as IHasReceipt)?.ReceiptNumber,
        };
        return new OutboxRow
        {
            Id = whole.EventId, TenantId = whole.TenantId, Type = whole.GetType().FullName!,
            Body = JsonSerializer.Serialize(whole, whole.GetType(), Wire.Json), TraceParent = Activity.Current?.Id,
        };
    }

    private AuditRow Audit(string subject, Guid id) => new()
    {
        Id = Guid.CreateVersion7(), TenantId = TenantId, At = _clock.GetUtcNow(), ActorId = _caller.Id, Act = _caller.Act,
        Subject = subject, SubjectId = id,
    };
}
