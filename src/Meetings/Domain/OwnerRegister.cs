using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>Where a register is: read from a sheet and looked at, adopted, or discarded.</summary>
public enum RegisterState { Staged, Adopted, Discarded }

/// <summary>
/// The register of owners 业主名册 of an area. Every import is another one: votes stay bound to the register that they were opened with, and
/// the one adopted last is what the next vote is opened with.
/// </summary>
public sealed class OwnerRegister : Aggregate
{
    private readonly List<Owner> _owners = [];

    private OwnerRegister() { }

    public Guid AreaId { get; private init; }
    public string FileName { get; private init; } = "";
    public RegisterState State { get; private set; }
    public Guid ImportedBy { get; private init; }
    public DateTimeOffset ImportedAt { get; private init; }
    public DateTimeOffset? AdoptedAt { get; private set; }

    /// <summary>How many owners it has, each counted once.</summary>
    public int OwnersCount { get; private init; }

    public int UnitsCount { get; private init; }

    /// <summary>The floor area of all units, in hundredths of a square metre.</summary>
    public long Area { get; private init; }

    public IReadOnlyList<Owner> Owners => _owners;

    public static OwnerRegister Of(Guid id, Guid areaId, string fileName, IReadOnlyList<Owner> owners, Guid by, DateTimeOffset now)
    {
        var register = new OwnerRegister
        {
            Id = id, AreaId = areaId, FileName = fileName, ImportedBy = by, ImportedAt = now, OwnersCount = owners.Count,
            UnitsCount = owners.Sum(x => x.Units.Count), Area = owners.Sum(x => x.Area),
        };
        register._owners.AddRange(owners);
        return register;
    }

    /// <summary>From now on votes are opened with it. Who of the one before had an account has it here too.</summary>
    /// <exception cref="RefusedException">It was adopted or discarded before.</exception>
    public void Adopt(IReadOnlyCollection<Owner> before, DateTimeOffset now)
    {
        Move(RegisterState.Adopted);
        AdoptedAt = now;
        var linked = before.Where(x => x.PersonId is not null).ToList();
        foreach (var owner in _owners)
            if (linked.Find(owner.IsSameAs) is { } known && _owners.TrueForAll(x => x.PersonId != known.PersonId)) owner.Link(known.PersonId);
    }

    /// <summary>It is not taken over; its owners go.</summary>
    /// <exception cref="RefusedException">It was adopted or discarded before.</exception>
    public void Discard()
    {
        Move(RegisterState.Discarded);
        _owners.Clear();
    }

    private void Move(RegisterState to) => State = State is RegisterState.Staged ? to : throw new RefusedException(OwnerRefusals.NotStaged.With(State));
}
