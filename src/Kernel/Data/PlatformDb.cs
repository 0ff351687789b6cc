using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Kernel.Data;

/// <summary>Every service's DbContext: tenant filter on read, stamp and guard on write, facts, audit, versions.</summary>
public abstract partial class PlatformDb(DbContextOptions options) : DbContext(options)
{
    public const string TenantFilter = "tenant";

    private readonly List<(Aggregate Subject, Fact Fact)> _said = [];
    private Tenant? _tenant;
    private Caller _caller = new();
    private TimeProvider _clock = TimeProvider.System;

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();
    public DbSet<InboxRow> Inbox => Set<InboxRow>();
    public DbSet<ParkedFact> Parked => Set<ParkedFact>();
    public DbSet<IdempotentAnswer> Answers => Set<IdempotentAnswer>();
    public DbSet<AuditRow> Audits => Set<AuditRow>();

    /// <summary>The tenant of this unit of work; what the query filter compares with.</summary>
    /// <exception cref="InvalidOperationException">No door was passed.</exception>
    public Guid TenantId => (_tenant ?? throw new InvalidOperationException("This context serves nobody yet.")).Id;

    /// <summary>The tenant if a door was passed, for the database's lock.</summary>
    public Guid? TenantOrNone => _tenant is { IsEntered: true } ? _tenant.Id : null;

    /// <summary>The transaction that began and has not told the database the tenant yet: see TenantLock.</summary>
    internal System.Data.Common.DbTransaction? NotLockedYet { get; set; }

    /// <summary>If-Match of the request: the first aggregate that is found must have this version.</summary>
    public int? MustHaveVersion { get; set; }

    /// <summary>Entities of this service that belong to no tenant, each with the reason.</summary>
    public virtual IReadOnlyDictionary<Type, string> SharedAcrossTenants => new Dictionary<Type, string>();

    /// <summary>A pooled context begins a new unit of work.</summary>
    public void Serve(Tenant tenant, Caller caller, TimeProvider clock)
    {
        (_tenant, _caller, _clock, MustHaveVersion) = (tenant, caller, clock, null);
        _said.Clear();
        // A transaction is where saving learns the tenant: see TenantLock. What fails in one fails whole, so a way back into its middle is not paid for.
        (Database.AutoTransactionBehavior, Database.AutoSavepointsEnabled, NotLockedYet) = (AutoTransactionBehavior.Always, false, null);
    }

    /// <summary>Enters by an event's door.</summary>
    internal void Enter(IEvent fact, string act)
    {
        _tenant!.Enter(fact.TenantId);
        _caller.Is(fact.ActorId, act);
    }

    /// <summary>What was saved is visible to everybody now.</summary>
    internal virtual void Committed() { }

    /// <summary>Says a fact about an aggregate. It leaves the service only if, and after, this unit of work commits.</summary>
    public void Say(Aggregate subject, Fact fact) => _said.Add((subject, fact));

    /// <summary>Puts on record that personal data was read.</summary>
    public void AuditRead(string what, Guid subjectId) => Audits.Add(Audit(what, subjectId));

    /// <summary>The aggregate with this id in this tenant.</summary>
    /// <exception cref="RefusedException">404 where there is none for this tenant; 412 where If-Match names another version.</exception>
    public async Task<T> Find<T>(Guid id, CancellationToken ct) where T : Aggregate
    {
        var found = await Set<T>().SingleOrDefaultAsync(x => x.Id == id, ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        Match(found);
        return found;
    }

    /// <summary>Holds an aggregate that was loaded another way against If-Match.</summary>
    /// <exception cref="RefusedException">412 where If-Match names another version.</exception>
    public void Match(Aggregate found)
    {
        if (MustHaveVersion is { } version && version != found.Version) throw new RefusedException(KernelRefusals.Stale);
        MustHaveVersion = null;
    }

    /// <summary>Whatever was parked until this arrived is delivered once more.</summary>
    public async Task TakeUp(Guid arrived, string queue, CancellationToken ct)
    {
        foreach (var early in await Parked.Where(x => x.WaitsFor == arrived).ToListAsync(ct))
        {
            Parked.Remove(early);
            Outbox.Add(new OutboxRow
            {
                Id = early.EventId, TenantId = early.TenantId, Type = early.Type, Body = early.Body, Queue = queue, TraceParent = early.TraceParent,
            });
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);
        modelBuilder.MapKernel();
        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(ITenantOwned)) && t.BaseType is null).ToList())
            typeof(PlatformDb).GetMethod(nameof(Filter), BindingFlags.NonPublic | BindingFlags.Instance)!
                .MakeGenericMethod(type.ClrType).Invoke(this, [modelBuilder]);
    }

    private void Filter<T>(ModelBuilder model) where T : class, ITenantOwned =>
        model.Entity<T>().HasQueryFilter(TenantFilter, x => x.TenantId == TenantId);
}
