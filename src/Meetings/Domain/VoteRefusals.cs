using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>Every "no" about votes and their ballots.</summary>
public static class VoteRefusals
{
    public static readonly Refusal DoesNotFit = new("vote.does-not-fit", StatusCodes.Status400BadRequest);
    public static readonly Refusal ClosesBeforeItOpens = new("vote.closes-before-it-opens", StatusCodes.Status400BadRequest);
    public static readonly Refusal BallotDoesNotFit = new("vote.ballot-does-not-fit", StatusCodes.Status400BadRequest);
    public static readonly Refusal ReceiptNeeded = new("vote.receipt-needed", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotAnnounced = new("vote.meeting-not-announced");
    public static readonly Refusal NoRegister = new("vote.no-register");
    public static readonly Refusal NotOpenYet = new("vote.not-open-yet");
    public static readonly Refusal StillRuns = new("vote.still-runs");
    public static readonly Refusal OwnBallotOnly = new("vote.own-ballot-only");
    public static readonly Refusal ReceiptTaken = new("vote.receipt-taken");
    public static readonly Refusal ReceiptUnknown = new("vote.receipt-unknown");
    public static readonly Refusal NotAnOwner = new("vote.not-an-owner");
    public static readonly Refusal Recused = new("vote.recused");
    public static readonly Refusal VotedOnPaper = new("vote.voted-on-paper");
    public static readonly Refusal VotedAlready = new("vote.voted-already");
    public static readonly Refusal NoPaper = new("vote.no-paper");
    public static readonly Refusal PapersOpen = new("vote.papers-open");
    public static readonly Refusal MorePapersThanVoters = new("vote.more-papers-than-voters");
    public static readonly Refusal RecusedTwice = new("recusal.twice");
    public static readonly Refusal RecusalIsYours = new("recusal.yours", StatusCodes.Status403Forbidden);
    public static readonly Refusal RecusalLifted = new("recusal.lifted-already");
    public static readonly Refusal RecusalVotedUnder = new("recusal.voted-under");
}
