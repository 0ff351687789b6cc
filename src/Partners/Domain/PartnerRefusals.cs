using Platform.Kernel.Refusals;

namespace Platform.Partners.Domain;

/// <summary>Everything that Partners says no to.</summary>
public static class PartnerRefusals
{
    public static readonly Refusal UnknownCategory = new("category.unknown", StatusCodes.Status400BadRequest);
    public static readonly Refusal UnknownUnit = new("unit.unknown", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotYourUnit = new("unit.not-yours", StatusCodes.Status403Forbidden);
    public static readonly Refusal UnknownResource = new("resource.unknown", StatusCodes.Status400BadRequest);
    public static readonly Refusal EndsBeforeItStarts = new("resource.ends-before-it-starts", StatusCodes.Status400BadRequest);
    public static readonly Refusal Withdrawn = new("resource.withdrawn");
    public static readonly Refusal NotEnoughLeft = new("resource.not-enough-left");
    public static readonly Refusal NotThen = new("resource.not-then");
    public static readonly Refusal NotOpen = new("need.not-open");
    public static readonly Refusal InThePast = new("need.in-the-past");
    public static readonly Refusal NotYetHeld = new("service.not-yet-held", StatusCodes.Status400BadRequest);

    public static Refusal CannotMove(NeedStatus from, NeedStatus to) => new Refusal("need.cannot-move").With(from, to);
}
