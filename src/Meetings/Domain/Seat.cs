using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>Who is to sit for whom, and for how long.</summary>
/// <param name="From">The first day; without it as before, or today for a new seat.</param>
/// <param name="To">The last day; without it until further notice.</param>
public sealed record Sitting(Guid PersonId, string Name, SeatClass Class, DateOnly? From, DateOnly? To);

/// <summary>A person's place in a body, for a term. The name is the one they sit under; it goes when the person's data is erased.</summary>
public sealed class Seat : TenantRow
{
    private Seat() { }

    internal Seat(Guid personId) => PersonId = personId;

    public Guid BodyId { get; private init; }
    public Guid PersonId { get; private init; }
    public string Name { get; private set; } = "";
    public SeatClass Class { get; private set; }
    public DateOnly From { get; private set; }

    /// <summary>The last day; null until further notice.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Whether the seat is held on that day: whose is, is on the roll of a meeting then.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <exception cref="RefusedException">The term ends before it begins.</exception>
    internal void Now(Sitting sitting, DateOnly today)
    {
        (Name, Class, To) = (sitting.Name, sitting.Class, sitting.To);
        From = sitting.From ?? (From == default ? today : From);
        if (To < From) throw new RefusedException(MeetingRefusals.EndsBeforeItBegins);
    }
}
