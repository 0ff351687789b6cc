using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>What is talked over online: an item of a meeting's agenda, or a plan's round.</summary>
public enum DiscussionTopic { Item, Round }

/// <summary>A point 观点 that somebody makes online before the meeting, or a reply to one. No name stands beside it; staff answer as staff.</summary>
public sealed class DiscussionPoint : Aggregate
{
    private DiscussionPoint() { }

    /// <exception cref="RefusedException">A reply to a reply.</exception>
    public DiscussionPoint(DiscussionTopic topic, Guid topicId, Guid areaId, Guid author, bool byStaff, Stance side, string text, DiscussionPoint? replyTo, DateTimeOffset now)
    {
        if (replyTo is { } point && (point.ReplyTo is not null || point.TopicId != topicId || point.IsHidden)) throw new RefusedException(DiscussionRefusals.NoSuchPoint);
        (Topic, TopicId, AreaId, AuthorId, ByStaff, Side, Text, ReplyTo, At) = (topic, topicId, areaId, author, byStaff, side, text, replyTo?.Id, now);
    }

    public DiscussionTopic Topic { get; private init; }

    /// <summary>The item or the round.</summary>
    public Guid TopicId { get; private init; }

    /// <summary>Whose staff moderate.</summary>
    public Guid AreaId { get; private init; }

    public Guid AuthorId { get; private init; }
    public bool ByStaff { get; private init; }
    public Stance Side { get; private init; }
    public string Text { get; private set; } = "";
    public DateTimeOffset At { get; private init; }

    /// <summary>The point that it replies to: one level.</summary>
    public Guid? ReplyTo { get; private init; }

    public bool IsHidden { get; private set; }

    /// <summary>Why it is hidden; its author reads it.</summary>
    public string? Reason { get; private set; }

    /// <exception cref="RefusedException">It is hidden already.</exception>
    public Moderation Hide(string reason, Guid by, DateTimeOffset now)
    {
        if (IsHidden) throw new RefusedException(DiscussionRefusals.DecidedAlready);
        (IsHidden, Reason) = (true, reason);
        return new Moderation(Id, true, reason, by, now);
    }

    /// <exception cref="RefusedException">It is shown already.</exception>
    public Moderation Show(Guid by, DateTimeOffset now)
    {
        if (!IsHidden) throw new RefusedException(DiscussionRefusals.DecidedAlready);
        (IsHidden, Reason) = (false, null);
        return new Moderation(Id, false, null, by, now);
    }

    /// <summary>The words go; that somebody made a point stays.</summary>
    public void Forget() => Text = "";
}

/// <summary>That staff hid a point, or showed it again. Only ever added.</summary>
[AppendOnly]
public sealed class Moderation : TenantRow
{
    private Moderation() { }

    internal Moderation(Guid pointId, bool hidden, string? reason, Guid by, DateTimeOffset at) => (PointId, Hidden, Reason, By, At) = (pointId, hidden, reason, by, at);

    public Guid PointId { get; private init; }
    public bool Hidden { get; private init; }
    public string? Reason { get; private init; }
    public Guid By { get; private init; }
    public DateTimeOffset At { get; private init; }
}

/// <summary>What staff make of an online discussion, for the meeting and its minutes; its id is the agenda item's.</summary>
public sealed class DiscussionSummary : Aggregate
{
    private DiscussionSummary() { }

    public DiscussionSummary(Guid itemId) => Id = itemId;

    public string Text { get; private set; } = "";
    public Guid WrittenBy { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }

    public void Write(string text, Guid by, DateTimeOffset now) => (Text, WrittenBy, WrittenAt) = (text, by, now);
}
