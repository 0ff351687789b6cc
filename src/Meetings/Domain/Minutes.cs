using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>
/// The minutes 会议纪要 of a meeting; the id is the meeting's. An aggregate of their own, so that whoever writes while votes are taken
/// collides with other writers only.
/// </summary>
public sealed class Minutes : Aggregate
{
    private Minutes() { }

    public Minutes(Guid meetingId) => Id = meetingId;

    public string Text { get; private set; } = "";
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The last day of their publication 公示.</summary>
    public DateOnly? PostedUntil { get; private set; }

    /// <exception cref="RefusedException">They are public.</exception>
    public void Write(string text)
    {
        if (PublishedAt is not null) throw new RefusedException(MeetingRefusals.MinutesArePublic);
        Text = text;
    }

    /// <exception cref="RefusedException">Nothing is written.</exception>
    public void Publish(DateTimeOffset now, DateOnly today, int publicationDays)
    {
        if (string.IsNullOrWhiteSpace(Text)) throw new RefusedException(MeetingRefusals.MinutesEmpty);
        (PublishedAt, PostedUntil) = (now, today.AddDays(publicationDays));
    }
}
