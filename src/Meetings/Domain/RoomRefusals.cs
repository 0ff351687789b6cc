using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>Every "no" of the room's record: who speaks, what was said, the minutes' approval.</summary>
public static class RoomRefusals
{
    public static readonly Refusal LinkNeeded = new("meeting.link-needed", StatusCodes.Status400BadRequest);
    public static readonly Refusal RecordClosed = new("meeting.record-closed");
    public static readonly Refusal HasVoted = new("meeting.has-voted");
    public static readonly Refusal FloorSeatedOnly = new("floor.seated-only");
    public static readonly Refusal AskedAlready = new("floor.asked-already");
    public static readonly Refusal TurnOver = new("floor.turn-over");
    public static readonly Refusal NotSpeaking = new("floor.not-speaking");
    public static readonly Refusal NotYours = new("floor.not-yours", StatusCodes.Status403Forbidden);
    public static readonly Refusal SpeakerNeeded = new("floor.speaker-needed", StatusCodes.Status400BadRequest);
    public static readonly Refusal PointStruck = new("point.struck");
    public static readonly Refusal NotInReview = new("minutes.not-in-review");
    public static readonly Refusal OwnApproval = new("minutes.own-approval");
    public static readonly Refusal NotApproved = new("minutes.not-approved");
    public static readonly Refusal UntilInThePast = new("item.until-in-the-past", StatusCodes.Status400BadRequest);
    public static readonly Refusal ReviewInThePast = new("resolution.review-in-the-past", StatusCodes.Status400BadRequest);
    public static readonly Refusal ReviewNotDue = new("resolution.nothing-to-review");
}
