using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>Every "no" about online discussions.</summary>
public static class DiscussionRefusals
{
    public static readonly Refusal Closed = new("discussion.closed");
    public static readonly Refusal TooMany = new("discussion.too-many", StatusCodes.Status429TooManyRequests);
    public static readonly Refusal NoSuchPoint = new("discussion.no-such-point", StatusCodes.Status400BadRequest);
    public static readonly Refusal DecidedAlready = new("discussion.decided-already");
}
