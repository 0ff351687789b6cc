using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Partners.Domain;

/// <summary>What a unit can give: how much of it, where, from when until when.</summary>
public sealed record Offer(string What, string Category, int Capacity, DateOnly From, DateOnly? Until, Guid AreaId);

/// <summary>A line of the list of resources 资源清单.</summary>
public sealed class Resource : Aggregate
{
    private Resource() { }

    public Guid UnitId { get; private init; }
    public string What { get; private init; } = "";
    public string Category { get; private init; } = "";
    public Guid AreaId { get; private init; }

    /// <summary>How much there is in all, in the needs' own count (sessions, sets, people).</summary>
    public int Capacity { get; private init; }

    /// <summary>How much of it is promised to needs. Grows by one conditional UPDATE (<see cref="Data.Promises"/>), never above the capacity.</summary>
    public int Promised { get; private set; }

    public DateOnly From { get; private init; }

    /// <summary>The last day; null while it has no end.</summary>
    public DateOnly? Until { get; private init; }

    public bool IsWithdrawn { get; private set; }
    public int Left => Capacity - Promised;

    public static Resource Of(Guid unitId, Offer offer) => offer.Until < offer.From
        ? throw new RefusedException(PartnerRefusals.EndsBeforeItStarts)
        : new()
        {
            UnitId = unitId, What = offer.What, Category = Categories.Known(offer.Category), Capacity = offer.Capacity, From = offer.From,
            Until = offer.Until, AreaId = offer.AreaId,
        };

    /// <summary>Nothing more is promised of it; what was promised stays.</summary>
    public void Withdraw() => IsWithdrawn = true;

    /// <summary>Whether it is there on some day from today until the need's.</summary>
    public bool IsThere(DateOnly today, DateOnly dueOn) => From <= dueOn && (Until is null || Until >= today);
}
