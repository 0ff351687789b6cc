using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>Every "no" about a paper ballot.</summary>
public static class PaperRefusals
{
    public static readonly Refusal UnknownUnit = new("paper.unknown-unit", StatusCodes.Status400BadRequest);
    public static readonly Refusal Settled = new("paper.settled");
    public static readonly Refusal OwnerHasOne = new("paper.owner-has-one");
    public static readonly Refusal NothingToDecide = new("paper.nothing-to-decide");
}
