using System.Text.Json.Serialization;
using Platform.Contracts.Actions.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Partners.Domain;

/// <summary>待对接, 已对接, 已服务, 已确认, 已终止.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NeedStatus>))]
public enum NeedStatus { Open, Matched, Delivered, Confirmed, Declined }

/// <summary>A line of the list of needs 需求清单: free, or because a resolution gave partners an action.</summary>
public sealed class Need : Aggregate, IHasReceipt
{
    // The whole life of a need. A move that is not written here does not exist.
    private static readonly Dictionary<NeedStatus, NeedStatus[]> Moves = new()
    {
        [NeedStatus.Open] = [NeedStatus.Matched, NeedStatus.Declined],
        [NeedStatus.Matched] = [NeedStatus.Open, NeedStatus.Delivered, NeedStatus.Declined],
        [NeedStatus.Delivered] = [NeedStatus.Matched, NeedStatus.Confirmed],
        [NeedStatus.Confirmed] = [],
        [NeedStatus.Declined] = [],
    };

    private Need() { }

    public string What { get; private set; } = "";
    public string Category { get; private set; } = Categories.Other;
    public Guid AreaId { get; private set; }

    /// <summary>How many: sessions, sets, people, as the text says.</summary>
    public int Count { get; private set; }

    public DateOnly DueOn { get; private set; }
    public NeedStatus Status { get; private set; }
    public Guid? ResourceId { get; private set; }
    public Guid? UnitId { get; private set; }

    /// <summary>Why it was let go, sent back or ended, whichever came last.</summary>
    public string? Remark { get; private set; }

    public Guid? ActionId { get; private set; }
    public ActionKind? ActionKind { get; private set; }
    public Guid? ResolutionId { get; private set; }
    public Guid? IssueId { get; private set; }
    public string? ReceiptNumber { get; private set; }

    public static Need Of(string what, string category, Guid areaId, int count, DateOnly dueOn, DateOnly today) => dueOn < today
        ? throw new RefusedException(PartnerRefusals.InThePast)
        : new() { What = what, Category = Categories.Known(category), AreaId = areaId, Count = count, DueOn = dueOn };

    /// <summary>What a resolution asks of partners. Its text is decided; staff sort it into a category and count it.</summary>
    public static Need For(ResolvedAction action, Guid resolutionId, Guid? issueId, string? receiptNumber) => new()
    {
        What = action.What, AreaId = action.AreaId, Count = 1, DueOn = action.DueOn, ActionId = action.ActionId, ActionKind = action.Kind,
        ResolutionId = resolutionId, IssueId = issueId, ReceiptNumber = receiptNumber,
    };

    /// <summary>Sorts and counts it, while nobody has promised anything.</summary>
    public void Specify(string category, int count, DateOnly dueOn)
    {
        if (Status is not NeedStatus.Open) throw new RefusedException(PartnerRefusals.NotOpen);
        (Category, Count, DueOn) = (Categories.Known(category), count, dueOn);
    }

    public void Match(Resource resource, DateOnly today)
    {
        if (resource.IsWithdrawn) throw new RefusedException(PartnerRefusals.Withdrawn);
        if (!resource.IsThere(today, DueOn)) throw new RefusedException(PartnerRefusals.NotThen);
        Move(NeedStatus.Matched);
        (ResourceId, UnitId, Remark) = (resource.Id, resource.UnitId, null);
    }

    /// <summary>The unit can't do it after all: the need is open again.</summary>
    public void Release(string reason)
    {
        if (Status is not NeedStatus.Matched) throw new RefusedException(PartnerRefusals.CannotMove(Status, NeedStatus.Open));
        Move(NeedStatus.Open);
        (ResourceId, UnitId, Remark) = (null, null, reason);
    }

    /// <summary>The service was held.</summary>
    public ServiceRecord Deliver(DateOnly heldOn, int peopleServed, string what, Guid by, DateTimeOffset at, DateOnly today)
    {
        if (heldOn > today) throw new RefusedException(PartnerRefusals.NotYetHeld);
        Move(NeedStatus.Delivered);
        return new ServiceRecord(Id, UnitId!.Value, heldOn, peopleServed, what, by, at);
    }

    public void Confirm() => Move(NeedStatus.Confirmed);

    /// <summary>The committee doesn't find it done: the unit goes on.</summary>
    public void SendBack(string reason)
    {
        if (Status is not NeedStatus.Delivered) throw new RefusedException(PartnerRefusals.CannotMove(Status, NeedStatus.Matched));
        Move(NeedStatus.Matched);
        Remark = reason;
    }

    /// <summary>Nobody will do it.</summary>
    public void Decline(string reason)
    {
        Move(NeedStatus.Declined);
        Remark = reason;
    }

    private void Move(NeedStatus to) =>
        Status = Moves[Status].Contains(to) ? to : throw new RefusedException(PartnerRefusals.CannotMove(Status, to));
}
