using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>Every "no" of this service. Sentences: RefusalTexts.resx under the same code.</summary>
public static class MeetingRefusals
{
    public static readonly Refusal SeatedTwice = new("body.seated-twice");
    public static readonly Refusal EndsBeforeItBegins = new("seat.ends-before-it-begins", StatusCodes.Status400BadRequest);
    public static readonly Refusal BadQuorum = new("rules.bad-quorum", StatusCodes.Status400BadRequest);
    public static readonly Refusal EmptyAgenda = new("meeting.empty-agenda");
    public static readonly Refusal InThePast = new("meeting.in-the-past");
    public static readonly Refusal NotYet = new("meeting.not-yet");
    public static readonly Refusal AgendaFixed = new("meeting.agenda-fixed");
    public static readonly Refusal NotTheAgenda = new("meeting.not-the-agenda", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotInSession = new("meeting.not-in-session");
    public static readonly Refusal NoQuorum = new("meeting.no-quorum");
    public static readonly Refusal NotOnRoll = new("meeting.not-on-roll");
    public static readonly Refusal WrongCode = new("meeting.wrong-code");
    public static readonly Refusal NotCheckedIn = new("meeting.not-checked-in");
    public static readonly Refusal NotInInbox = new("item.not-in-inbox");
    public static readonly Refusal VoteIsOpen = new("item.vote-is-open");
    public static readonly Refusal NoPassedVote = new("item.no-passed-vote");
    public static readonly Refusal NoLevelAbove = new("item.no-level-above");
    public static readonly Refusal VoteIsClosed = new("vote.is-closed");
    public static readonly Refusal DueInThePast = new("action.due-in-the-past", StatusCodes.Status400BadRequest);
    public static readonly Refusal BadDays = new("measures.bad-days", StatusCodes.Status400BadRequest);
    public static readonly Refusal MinutesTooEarly = new("minutes.too-early");
    public static readonly Refusal MinutesEmpty = new("minutes.empty");
    public static readonly Refusal MinutesArePublic = new("minutes.are-public");

    public static Refusal CannotMove(MeetingState from, MeetingState to) => new Refusal("meeting.cannot-move").With(from, to);
    public static Refusal NoticeTooShort(int needed, int given) => new Refusal("meeting.notice-too-short").With(needed, given);
    public static Refusal KindDoesNotFit(BodyKind kind, AreaLevel level) => new Refusal("body.kind-does-not-fit").With(kind, level);
    public static Refusal Settled(Outcome outcome) => new Refusal("item.settled").With(outcome);
    public static Refusal IssueIsGone(LeftBecause because) => new Refusal("item.issue-is-gone").With(because);
}
