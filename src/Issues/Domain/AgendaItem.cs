using Platform.Kernel.Data;

namespace Platform.Issues.Domain;

/// <summary>What a meeting made of an item.</summary>
public enum ItemOutcome { Open, Resolved, Deferred, Escalated }

/// <summary>
/// That an issue is or was on a meeting's agenda. Kept so that agenda and outcome may be heard in either order: the outcome of an item
/// that is not known yet stands for its agenda too, and the agenda of an item whose outcome is known changes nothing.
/// </summary>
public sealed class AgendaItem : TenantRow
{
    private AgendaItem() { }

    internal AgendaItem(Guid issueId, Guid meetingId, Guid itemId) => (IssueId, MeetingId, ItemId) = (issueId, meetingId, itemId);

    public Guid IssueId { get; private init; }
    public Guid MeetingId { get; private init; }
    public Guid ItemId { get; private init; }
    public DateTimeOffset? StartsAt { get; internal set; }
    public ItemOutcome Outcome { get; internal set; }
}
