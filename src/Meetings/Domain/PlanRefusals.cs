using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>Every "no" about plans and rounds of consent. Sentences: RefusalTexts.resx under the same code.</summary>
public static class PlanRefusals
{
    public static readonly Refusal StakeholderTwice = new("plan.stakeholder-twice", StatusCodes.Status400BadRequest);
    public static readonly Refusal StakeholdersStay = new("plan.stakeholders-stay");
    public static readonly Refusal NoStakeholders = new("plan.no-stakeholders");
    public static readonly Refusal NoVersion = new("plan.no-version");
    public static readonly Refusal AnswersNothing = new("plan.answers-nothing", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotAConcern = new("plan.not-a-concern");
    public static readonly Refusal RoundIsOpen = new("plan.round-is-open");
    public static readonly Refusal RoundTakesNone = new("plan.round-takes-none");
    public static readonly Refusal BadWindow = new("plan.bad-window", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotAsked = new("plan.not-asked");
    public static readonly Refusal NoConsensus = new("plan.no-consensus");
    public static readonly Refusal NoFallbackVote = new("plan.no-fallback-vote");
    public static readonly Refusal NoPassedVote = new("plan.no-passed-vote");
    public static readonly Refusal Final = new("plan.is-final");
    public static readonly Refusal OfAnotherBody = new("plan.of-another-body", StatusCodes.Status400BadRequest);
    public static readonly Refusal UnknownIssue = new("plan.unknown-issue", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotOfTheArea = new("plan.not-of-the-area", StatusCodes.Status403Forbidden);
    public static readonly Refusal NoWords = new("opinion.no-words", StatusCodes.Status400BadRequest);
    public static readonly Refusal NothingSaid = new("opinion.nothing-said");
    public static readonly Refusal NoReason = new("opinion.no-reason", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotClarified = new("opinion.not-clarified");
    public static readonly Refusal NotYours = new("opinion.not-yours", StatusCodes.Status403Forbidden);
    public static readonly Refusal WrongChannel = new("opinion.wrong-channel", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotThatDay = new("interview.not-that-day", StatusCodes.Status400BadRequest);
    public static readonly Refusal Confidential = new("interview.confidential", StatusCodes.Status403Forbidden);
    public static readonly Refusal UnknownDrawing = new("drawing.unknown", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoDrawing = new("drawing.not-a-drawing", StatusCodes.Status400BadRequest);
    public static readonly Refusal DrawingTooLarge = new("drawing.too-large", StatusCodes.Status413PayloadTooLarge);
    public static readonly Refusal BrokenDrawing = new("drawing.broken", StatusCodes.Status400BadRequest);
}
