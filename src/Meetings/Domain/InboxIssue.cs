using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>Where an issue stands with us.</summary>
public enum Standing { Waiting, OnAgenda, Resolved, PassedUp }

/// <summary>Why an issue is out of every inbox, or an item off its agenda.</summary>
public enum LeftBecause { Merged, Withdrawn, Voided, FastLane, Moved, TakenOff, Cancelled, NotReached }

/// <summary>
/// An issue as the inboxes see it; its id is the issue's. What it says about itself (where it belongs, whether it is still there) follows the
/// issue's facts by their versions, so their order of arrival does not matter; what we do with it is ours.
/// </summary>
public sealed class InboxIssue : Aggregate, IHasReceipt
{
    private InboxIssue() { }

    public InboxIssue(Guid issueId, string? receiptNumber) => (Id, ReceiptNumber) = (issueId, receiptNumber);

    public string? ReceiptNumber { get; private set; }

    /// <summary>The area whose bodies have it in their inbox; null until the issue's triage was heard of.</summary>
    public Guid? AreaId { get; private set; }

    public AreaLevel? Level { get; private set; }
    public Scale? Scale { get; private set; }
    public DateTimeOffset? PlacedAt { get; private set; }
    public int PlacedVersion { get; private set; }

    public LeftBecause? Gone { get; private set; }
    public int PresenceVersion { get; private set; }

    public Standing Standing { get; private set; }
    public Guid? MeetingId { get; private set; }
    /// <summary>It was deferred until that day: nobody need take it up before.</summary>
    public DateOnly? RestsUntil { get; private set; }

    private DateTimeOffset StandingSince { get; set; }

    public bool IsWaiting => AreaId is not null && Gone is null && Standing is Standing.Waiting;

    /// <summary>Triaged, or moved a level: it belongs to this area from that version on.</summary>
    public void Place(Guid areaId, AreaLevel level, Scale? scale, int version, DateTimeOffset at, string? receiptNumber)
    {
        ReceiptNumber ??= receiptNumber;
        Presence(null, version);
        if (version <= PlacedVersion) return;
        var moved = AreaId is not null && AreaId != areaId;
        (AreaId, Level, Scale, PlacedAt, PlacedVersion) = (areaId, level, scale ?? Scale, at, version);
        // A fact that was on its way while we acted does not undo the act.
        if (moved || Standing is Standing.Resolved or Standing.PassedUp && at > StandingSince) Stand(Standing.Waiting, null, at);
    }

    /// <summary>Merged, withdrawn, voided, or on the fast lane; or there again (null).</summary>
    public void Presence(LeftBecause? gone, int version)
    {
        if (version <= PresenceVersion) return;
        (Gone, PresenceVersion) = (gone, version);
    }

    /// <exception cref="RefusedException">It does not wait in this area's inbox.</exception>
    public void PutOnAgenda(Guid meetingId, Guid areaId, DateTimeOffset now)
    {
        if (!IsWaiting || AreaId != areaId) throw new RefusedException(MeetingRefusals.NotInInbox.With(ReceiptNumber ?? ""));
        Stand(Standing.OnAgenda, meetingId, now);
        RestsUntil = null;
    }

    /// <summary>The item came to an outcome, or left the agenda.</summary>
    public void Stand(Standing standing, DateTimeOffset now) => Stand(standing, null, now);

    /// <summary>Deferred: it waits again, and rests until that day where one was named.</summary>
    public void Rest(DateOnly? until) => RestsUntil = until;

    private void Stand(Standing standing, Guid? meetingId, DateTimeOffset since) => (Standing, MeetingId, StandingSince) = (standing, meetingId, since);
}
