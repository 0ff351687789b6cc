using System.Text.Json.Serialization;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Volunteers.Domain;

/// <summary>已报上, 候补中, 已取消.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SignUpStatus>))]
public enum SignUpStatus { Placed, Waiting, GivenUp }

/// <summary>One person's sign-up 报名 for one activity, and when that person was there.</summary>
public sealed class SignUp : Aggregate
{
    /// <summary>So often may one person be checked in to one activity on one day.</summary>
    public const int CheckInsADay = 3;

    private readonly List<Attendance> _attendances = [];

    private SignUp() { }

    public Guid ActivityId { get; private init; }
    public Guid PersonId { get; private init; }

    /// <summary>The order of arrival, counted by the database: the waiting list moves up by it.</summary>
    public long Turn { get; private init; }

    public SignUpStatus Status { get; private set; }
    public DateTimeOffset At { get; private init; }

    /// <summary>How often checked in. Changes with each, so that two at once meet in the version.</summary>
    public int CheckIns { get; private set; }

    public int Minutes { get; private set; }
    public IReadOnlyList<Attendance> Attendances => _attendances;

    public static SignUp For(Guid activityId, Guid personId, bool placed, DateTimeOffset at) => new()
    {
        ActivityId = activityId, PersonId = personId, Status = placed ? SignUpStatus.Placed : SignUpStatus.Waiting, At = at,
    };

    public void MoveUp() => Status = SignUpStatus.Placed;

    /// <summary>Before anybody is checked in: the first check-in begins the activity, and then no place is given up.</summary>
    public void GiveUp() => Status = SignUpStatus.GivenUp;

    public void CheckIn(DateTimeOffset now, DateOnly day, Guid by)
    {
        if (Status is not SignUpStatus.Placed) throw new RefusedException(VolunteerRefusals.NoPlace);
        if (_attendances.Exists(x => x.Out is null)) throw new RefusedException(VolunteerRefusals.AlreadyIn);
        if (_attendances.Count(x => x.Day == day) >= CheckInsADay) throw new RefusedException(VolunteerRefusals.TooOften);
        _attendances.Add(new Attendance(Id, day, now, by));
        CheckIns++;
    }

    public void CheckOut(DateTimeOffset now, Guid by)
    {
        var open = _attendances.Find(x => x.Out is null) ?? throw new RefusedException(VolunteerRefusals.NotIn);
        open.Leave(now, by);
        Minutes = _attendances.Sum(x => x.Minutes);
    }

    /// <summary>Who forgot to check out left when the activity was to end, or now where it was finished before that.</summary>
    public void CheckOutForgotten(DateTimeOffset plannedEnd, DateTimeOffset now, Guid by)
    {
        if (_attendances.Exists(x => x.Out is null)) CheckOut(plannedEnd < now ? plannedEnd : now, by);
    }
}

/// <summary>From when to when somebody was there, and who says so.</summary>
public sealed class Attendance : TenantRow
{
    private Attendance() { }

    internal Attendance(Guid signUpId, DateOnly day, DateTimeOffset @in, Guid by) => (SignUpId, Day, In, InBy) = (signUpId, day, @in, by);

    public Guid SignUpId { get; private init; }

    /// <summary>The day in the tenant's zone.</summary>
    public DateOnly Day { get; private init; }

    public DateTimeOffset In { get; private init; }
    public Guid InBy { get; private init; }
    public DateTimeOffset? Out { get; private set; }
    public Guid? OutBy { get; private set; }

    /// <summary>Whole minutes; none while still there.</summary>
    public int Minutes => Out is { } left ? (int)(left - In).TotalMinutes : 0;

    internal void Leave(DateTimeOffset at, Guid by) => (Out, OutBy) = (at < In ? In : at, by);
}
