using Platform.Kernel.Refusals;

namespace Platform.Issues.Domain;

/// <summary>Every "no" about mediations.</summary>
public static class MediationRefusals
{
    public static readonly Refusal Confidential = new("mediation.confidential", StatusCodes.Status403Forbidden);
    public static readonly Refusal NotTheMediator = new("mediation.not-the-mediator", StatusCodes.Status403Forbidden);
    public static readonly Refusal IssueHasEnded = new("mediation.issue-has-ended");
    public static readonly Refusal OpenAlready = new("mediation.open-already");
    public static readonly Refusal NoMediator = new("mediation.no-mediator", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotThatDay = new("mediation.not-that-day", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoOutcome = new("mediation.no-outcome", StatusCodes.Status400BadRequest);
    public static readonly Refusal TooManySessions = new("mediation.too-many-sessions");

    public static Refusal BadNames(int least, int longest) => new Refusal("mediation.bad-names", StatusCodes.Status400BadRequest).With(least, longest);
    public static Refusal CannotMove(MediationState from, MediationState to) => new Refusal("mediation.cannot-move").With(from, to);
}
