using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>Every "no" about candidates, convenors, the roster and training. Sentences: RefusalTexts.resx under the same code.</summary>
public static class ConvenorRefusals
{
    public static readonly Refusal NotYourself = new("candidate.not-yourself", StatusCodes.Status403Forbidden);
    public static readonly Refusal NoReferee = new("candidate.no-referee", StatusCodes.Status400BadRequest);
    public static readonly Refusal Unreachable = new("candidate.unreachable", StatusCodes.Status400BadRequest);
    public static readonly Refusal AlreadyProposed = new("candidate.already-proposed");
    public static readonly Refusal KnownAlready = new("candidate.known-already");
    public static readonly Refusal NothingGathered = new("candidate.nothing-gathered");
    public static readonly Refusal VisitToCome = new("candidate.visit-to-come", StatusCodes.Status400BadRequest);
    public static readonly Refusal DecidedAlready = new("candidate.decided-already");
    public static readonly Refusal NoNotice = new("candidate.no-notice");
    public static readonly Refusal NoticeRuns = new("candidate.notice-runs");
    public static readonly Refusal ObjectedAlready = new("candidate.objected-already");
    public static readonly Refusal AnsweredAlready = new("candidate.answered-already");
    public static readonly Refusal ObjectionOpen = new("candidate.objection-open");
    public static readonly Refusal ObjectionUpheld = new("candidate.objection-upheld");
    public static readonly Refusal NoAccount = new("candidate.no-account");
    public static readonly Refusal TermEndsFirst = new("term.ends-before-it-begins", StatusCodes.Status400BadRequest);
    public static readonly Refusal TermsOverlap = new("term.overlaps");
    public static readonly Refusal ByAppointment = new("roster.by-appointment");
    public static readonly Refusal OnRosterAlready = new("roster.there-already");
    public static readonly Refusal NoSession = new("workshop.no-session");
    public static readonly Refusal NotYet = new("workshop.not-yet");
    public static readonly Refusal Unassessed = new("workshop.unassessed");
    public static readonly Refusal Fixed = new("workshop.fixed");
    public static readonly Refusal NothingTaught = new("workshop.nothing-taught", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotOpen = new("workshop.not-open");
    public static readonly Refusal Full = new("session.full");
    public static readonly Refusal HasBegun = new("session.has-begun");
    public static readonly Refusal NotSignedUp = new("session.not-signed-up");
    public static readonly Refusal TooFewPlaces = new("session.too-few-places");
    public static readonly Refusal NotAttended = new("training.not-attended");
    public static readonly Refusal WrongScores = new("training.wrong-scores", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotPassed = new("training.not-passed");
    public static readonly Refusal Certified = new("training.certified");
    public static readonly Refusal Revoked = new("certificate.revoked-already");

    public static Refusal CannotMove(CandidateState from, CandidateState to) => new Refusal("candidate.cannot-move").With(from, to);
    public static Refusal RosterCannotMove(RosterState from, RosterState to) => new Refusal("roster.cannot-move").With(from, to);
    public static Refusal WorkshopCannotMove(WorkshopState from, WorkshopState to) => new Refusal("workshop.cannot-move").With(from, to);
}
