using Platform.Contracts.Directory.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Directory.Domain;

/// <summary>A role of a person, or of a client that acts like one, in an area, for a term. Days are the street's.</summary>
public sealed class Membership : Aggregate
{
    /// <exception cref="RefusedException">400 membership.ends-before-it-begins.</exception>
    public Membership(Guid id, Guid personId, Role role, Guid areaId, DateOnly from, DateOnly? to)
    {
        Id = id;
        (PersonId, Role, AreaId, From) = (personId, role, areaId, from);
        EndOn(to);
    }

    private Membership()
    {
    }

    public Guid PersonId { get; private init; }
    public Role Role { get; private init; }
    public Guid AreaId { get; private init; }

    /// <summary>The first day of the term.</summary>
    public DateOnly From { get; private init; }

    /// <summary>The last day of the term; null while it is open.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Ends the term; a day that lies before its beginning means that it never was in force.</summary>
    /// <exception cref="RefusedException">409 membership.ended: it ended before.</exception>
    public void End(DateOnly lastDay, DateOnly today)
    {
        if (To < today) throw new RefusedException(DirectoryRefusals.AlreadyEnded.With(To));
        To = lastDay;
    }

    /// <summary>Ends it on this day, if it does not end before anyway.</summary>
    /// <returns>Whether that changed it.</returns>
    public bool CutShort(DateOnly lastDay)
    {
        if (To <= lastDay) return false;
        To = lastDay;
        return true;
    }

    private void EndOn(DateOnly? to)
    {
        if (to < From) throw new RefusedException(DirectoryRefusals.EndsBeforeItBegins);
        To = to;
    }
}
