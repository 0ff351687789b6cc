using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Volunteers.Domain;

/// <summary>
/// A line of the hours ledger 时长: written once, never changed, by the database's own word. What was wrong is put right by a
/// counter-entry with a reason, made by somebody else than who credited it.
/// </summary>
[AppendOnly]
public sealed class HoursEntry : Aggregate
{
    private HoursEntry() { }

    public Guid PersonId { get; private init; }
    public Guid ActivityId { get; private init; }

    /// <summary>Negative in a counter-entry that takes away.</summary>
    public int Minutes { get; private init; }

    public DateTimeOffset At { get; private init; }
    public Guid By { get; private init; }

    /// <summary>The entry that this one corrects; null for a credit.</summary>
    public Guid? CorrectsId { get; private init; }

    public string? Reason { get; private init; }

    /// <exception cref="RefusedException">hours.own: nobody verifies their own hours.</exception>
    public static HoursEntry Credit(SignUp signUp, Guid by, DateTimeOffset at) => signUp.PersonId == by
        ? throw new RefusedException(VolunteerRefusals.OwnHours)
        : new() { PersonId = signUp.PersonId, ActivityId = signUp.ActivityId, Minutes = signUp.Minutes, By = by, At = at };

    /// <param name="minutes">What is added, or (negative) taken away.</param>
    /// <param name="correctedBefore">The sum of the counter-entries that this one already has.</param>
    /// <param name="reason">An official reason.</param>
    /// <param name="by">The second person.</param>
    /// <param name="at">Now.</param>
    public HoursEntry Correct(int minutes, int correctedBefore, string reason, Guid by, DateTimeOffset at)
    {
        if (CorrectsId is not null) throw new RefusedException(VolunteerRefusals.NotACredit);
        if (PersonId == by) throw new RefusedException(VolunteerRefusals.OwnHours);
        if (By == by) throw new RefusedException(VolunteerRefusals.SamePerson);
        if (Minutes + correctedBefore + minutes < 0) throw new RefusedException(VolunteerRefusals.MoreThanCredited);
        return new() { PersonId = PersonId, ActivityId = ActivityId, Minutes = minutes, By = by, At = at, CorrectsId = Id, Reason = reason };
    }
}
