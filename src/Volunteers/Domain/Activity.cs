using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Platform.Contracts.Actions.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Volunteers.Domain;

/// <summary>草稿, 报名中, 已报满, 进行中, 已结束, 时长已核定, 已取消.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActivityStatus>))]
public enum ActivityStatus { Draft, Open, Full, Running, Finished, HoursVerified, Cancelled }

/// <summary>When, where and for how many an activity is.</summary>
public sealed record Arrangement(string Title, string What, string Place, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Capacity, Guid? TeamId);

/// <summary>An activity 活动 that volunteers sign up for: free, or because a resolution gave them an action.</summary>
public sealed class Activity : Aggregate, IHasReceipt
{
    /// <summary>How long before its start people may be checked in.</summary>
    public static readonly TimeSpan CheckInBefore = TimeSpan.FromHours(1);

    // The whole life of an activity. A move that is not written here does not exist.
    private static readonly Dictionary<ActivityStatus, ActivityStatus[]> Moves = new()
    {
        [ActivityStatus.Draft] = [ActivityStatus.Open, ActivityStatus.Cancelled],
        [ActivityStatus.Open] = [ActivityStatus.Full, ActivityStatus.Running, ActivityStatus.Cancelled],
        [ActivityStatus.Full] = [ActivityStatus.Open, ActivityStatus.Running, ActivityStatus.Cancelled],
        [ActivityStatus.Running] = [ActivityStatus.Finished],
        [ActivityStatus.Finished] = [ActivityStatus.HoursVerified, ActivityStatus.Cancelled],
        [ActivityStatus.HoursVerified] = [],
        [ActivityStatus.Cancelled] = [],
    };

    private Activity() { }

    public string Title { get; private set; } = "";
    public string What { get; private set; } = "";
    public Guid AreaId { get; private set; }
    public string? Place { get; private set; }
    public DateTimeOffset? StartsAt { get; private set; }
    public DateTimeOffset? EndsAt { get; private set; }
    public int Capacity { get; private set; }

    /// <summary>Places held. Grows by one conditional UPDATE (<see cref="Data.Places"/>), never above the capacity.</summary>
    public int Taken { get; private set; }

    public ActivityStatus Status { get; private set; }
    public Guid? TeamId { get; private set; }

    /// <summary>What a volunteer types to check in; shown to whoever runs the activity.</summary>
    public string Code { get; private set; } = "";

    public Guid? ActionId { get; private set; }
    public Guid? ResolutionId { get; private set; }
    public Guid? IssueId { get; private set; }
    public string? ReceiptNumber { get; private set; }
    public DateOnly? DueOn { get; private set; }
    public string? CancelledBecause { get; private set; }

    public bool TakesSignUps => Status is ActivityStatus.Open or ActivityStatus.Full;
    public bool HasPlace => Taken < Capacity;

    public static Activity Draft(string title, string what, Guid areaId) =>
        new() { Title = title, What = what, AreaId = areaId, Code = RandomNumberGenerator.GetString("0123456789", 6) };

    /// <summary>What a resolution asks of volunteers: a draft until somebody says when and for how many.</summary>
    public static Activity For(ResolvedAction action, Guid resolutionId, Guid? issueId, string? receiptNumber)
    {
        var draft = Draft(action.What.Length <= 40 ? action.What : $"{action.What[..39]}…", action.What, action.AreaId);
        (draft.ActionId, draft.ResolutionId, draft.IssueId) = (action.ActionId, resolutionId, issueId);
        (draft.ReceiptNumber, draft.DueOn) = (receiptNumber, action.DueOn);
        return draft;
    }

    public void Arrange(Arrangement plan, DateTimeOffset now)
    {
        if (Status is not ActivityStatus.Draft && !TakesSignUps) throw new RefusedException(VolunteerRefusals.NotOpen);
        if (plan.EndsAt <= plan.StartsAt) throw new RefusedException(VolunteerRefusals.EndsBeforeItStarts);
        if (plan.StartsAt <= now) throw new RefusedException(VolunteerRefusals.InThePast);
        if (plan.Capacity < Taken) throw new RefusedException(VolunteerRefusals.FewerPlacesThanTaken);
        (Title, What, Place, StartsAt, EndsAt) = (plan.Title, plan.What, plan.Place, plan.StartsAt, plan.EndsAt);
        (Capacity, TeamId) = (plan.Capacity, plan.TeamId);
        if (TakesSignUps) Status = HasPlace ? ActivityStatus.Open : ActivityStatus.Full;
    }

    public void Open(DateTimeOffset now)
    {
        if (StartsAt is null || EndsAt is null || Capacity == 0) throw new RefusedException(VolunteerRefusals.NotArranged);
        if (StartsAt <= now) throw new RefusedException(VolunteerRefusals.InThePast);
        Move(ActivityStatus.Open);
    }

    /// <summary>A place for the first who waits. The caller holds the row's lock.</summary>
    public void Fill()
    {
        Taken++;
        if (!HasPlace) Move(ActivityStatus.Full);
    }

    /// <summary>A place that was given up and that nobody waits for. The caller holds the row's lock.</summary>
    public void Free()
    {
        Taken--;
        if (Status is ActivityStatus.Full) Move(ActivityStatus.Open);
    }

    /// <summary>The first check-in begins it.</summary>
    public void Begin(DateTimeOffset now)
    {
        if (Status is ActivityStatus.Running) return;
        if (!TakesSignUps) throw new RefusedException(VolunteerRefusals.NotRunning);
        if (now < StartsAt - CheckInBefore) throw new RefusedException(VolunteerRefusals.TooEarly);
        Move(ActivityStatus.Running);
    }

    public void Finish() => Move(ActivityStatus.Finished);

    public void VerifyHours(int minutes)
    {
        if (Status is ActivityStatus.Finished && minutes == 0) throw new RefusedException(VolunteerRefusals.NobodyCame);
        Move(ActivityStatus.HoursVerified);
    }

    public void Cancel(string reason, int minutes)
    {
        if (Status is ActivityStatus.Finished && minutes > 0) throw new RefusedException(VolunteerRefusals.SomebodyCame);
        Move(ActivityStatus.Cancelled);
        CancelledBecause = reason;
    }

    private void Move(ActivityStatus to) =>
        Status = Moves[Status].Contains(to) ? to : throw new RefusedException(VolunteerRefusals.CannotMove(Status, to));
}
