using Platform.Contracts.Issues.V1;
using Platform.Kernel.Time;

namespace Platform.Issues.Domain;

/// <summary>What kind of work a matter is, and so in how many working days it is to be done: a question 1, watched or called back 3, ordinary 5, complex 15.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<HandlingClass>))]
public enum HandlingClass { Consultation, Supervised, Ordinary, Complex }

/// <summary>Within how many working days.</summary>
public static class Deadlines
{
    public const int ToAccept = 1, ToTriage = 3;

    /// <summary>Amber from this part of the working time on; red from the whole of it.</summary>
    public const double AmberAt = 0.8;

    public static int Of(HandlingClass kind) =>
        kind switch { HandlingClass.Consultation => 1, HandlingClass.Supervised => 3, HandlingClass.Ordinary => 5, _ => 15 };

    /// <summary>Where nobody chose: small matters are ordinary, what a grid or the whole estate must talk about is complex.</summary>
    public static HandlingClass ClassOf(Scale scale, bool fastLane) =>
        fastLane || scale is Scale.Small ? HandlingClass.Ordinary : HandlingClass.Complex;
}

/// <summary>
/// A clock of an issue: when it began, in how many working days or by which date it is to end, and its pauses. When that is, follows from
/// these and the calendar alone (<see cref="Reckon"/>): it is stored to be searched by, and reckoned anew when the calendar changes.
/// </summary>
public sealed record IssueClock
{
    public required ClockKind Kind { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Working days after the day on which it began.</summary>
    public required int Days { get; init; }

    /// <summary>The date that a resolution set instead, or that was promised.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The date by which another office wants it; it counts where the days would give more, until a resolution sets a date.</summary>
    public DateOnly? NotAfter { get; init; }

    /// <summary>延期: working days more.</summary>
    public int Extended { get; init; }

    /// <summary>Paused, went on, paused …: of an odd number, it is paused now.</summary>
    public DateTimeOffset[] Turns { get; init; } = [];

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it was found to be overdue. Stays, whatever happens afterwards.</summary>
    public DateTimeOffset? OverdueAt { get; init; }

    public DateOnly? Due { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public DateTimeOffset? AmberAt { get; init; }

    public bool IsPaused => Turns.Length % 2 == 1;
    public bool Runs => EndedAt is null && !IsPaused;

    /// <summary>Runs, is due, and nobody said so yet.</summary>
    public bool IsStriking(DateTimeOffset now) => Runs && OverdueAt is null && DueAt <= now;

    internal IssueClock Pause(DateTimeOffset at) => IsPaused ? this : this with { Turns = [.. Turns, at] };

    internal IssueClock Resume(DateTimeOffset at) => IsPaused ? this with { Turns = [.. Turns, at] } : this;

    /// <summary>
    /// The last day counts until 24:00. A pause moves it so that as many working days are left after it as before; a clock that was over
    /// before a pause is not moved by it.
    /// </summary>
    public IssueClock Reckon(WorkingCalendar calendar)
    {
        var due = calendar.Add(On ?? StartedAt.DayIn(calendar.Zone), On is null ? Days : 0);
        if (On is null && NotAfter is { } wanted && wanted < due) due = calendar.Add(wanted, 0);
        due = calendar.Add(due, Extended);
        for (var i = 0; i < Turns.Length - 1; i += 2)
        {
            var paused = Turns[i].DayIn(calendar.Zone);
            if (due >= paused) due = calendar.Add(Turns[i + 1].DayIn(calendar.Zone), calendar.Between(paused, due));
        }

        var dueAt = calendar.EndOf(due);
        return this with { Due = due, DueAt = dueAt, AmberAt = PartOf(calendar, dueAt) };
    }

    private DateTimeOffset PartOf(WorkingCalendar calendar, DateTimeOffset dueAt)
    {
        DateTimeOffset[] bounds = [StartedAt, .. Turns.Where(x => x < dueAt), dueAt];
        var stretches = bounds.Chunk(2).Where(x => x.Length == 2 && x[0] < x[1]).Select(x => (From: x[0], Time: calendar.WorkingTime(x[0], x[1]))).ToList();
        var left = stretches.Aggregate(TimeSpan.Zero, (sum, x) => sum + x.Time) * Deadlines.AmberAt;
        foreach (var (from, time) in stretches)
        {
            if (left <= time) return calendar.After(from, left);
            left -= time;
        }

        return dueAt;
    }
}
