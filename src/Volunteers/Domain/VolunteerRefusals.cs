using Platform.Kernel.Refusals;

namespace Platform.Volunteers.Domain;

/// <summary>Everything that Volunteers says no to.</summary>
public static class VolunteerRefusals
{
    public static readonly Refusal TeamNotRecruiting = new("team.not-recruiting");
    public static readonly Refusal TeamAlreadyIn = new("team.already-in");
    public static readonly Refusal TeamUnknown = new("team.unknown", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotArranged = new("activity.not-arranged");
    public static readonly Refusal InThePast = new("activity.in-the-past");
    public static readonly Refusal EndsBeforeItStarts = new("activity.ends-before-it-starts", StatusCodes.Status400BadRequest);
    public static readonly Refusal FewerPlacesThanTaken = new("activity.fewer-places-than-taken");
    public static readonly Refusal NotOpen = new("activity.not-open");
    public static readonly Refusal NotRunning = new("activity.not-running");
    public static readonly Refusal TooEarly = new("activity.too-early");
    public static readonly Refusal NobodyCame = new("activity.nobody-came");
    public static readonly Refusal SomebodyCame = new("activity.somebody-came");
    public static readonly Refusal AlreadySignedUp = new("sign-up.already");
    public static readonly Refusal NotSignedUp = new("sign-up.none");
    public static readonly Refusal NoPlace = new("sign-up.still-waiting");
    public static readonly Refusal WrongCode = new("check-in.wrong-code");
    public static readonly Refusal AlreadyIn = new("check-in.already-in");
    public static readonly Refusal NotIn = new("check-in.not-in");
    public static readonly Refusal TooOften = new("check-in.too-often");
    public static readonly Refusal OwnHours = new("hours.own", StatusCodes.Status403Forbidden);
    public static readonly Refusal SamePerson = new("hours.same-person", StatusCodes.Status403Forbidden);
    public static readonly Refusal MoreThanCredited = new("hours.more-than-credited");
    public static readonly Refusal NotACredit = new("hours.not-a-credit");

    public static Refusal CannotMove(ActivityStatus from, ActivityStatus to) => new Refusal("activity.cannot-move").With(from, to);
}
