using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>Every "no" about the register of owners: of a file, of a register, of an owner, and of a row (which is no answer of a door, but a line of what is wrong).</summary>
public static class OwnerRefusals
{
    public static readonly Refusal NotASheet = new("register.not-a-sheet", StatusCodes.Status415UnsupportedMediaType);
    public static readonly Refusal TooLarge = new("register.too-large", StatusCodes.Status413PayloadTooLarge);
    public static readonly Refusal NoColumns = new("register.no-columns", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoRows = new("register.no-rows", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotStaged = new("register.not-staged");
    public static readonly Refusal NoPhone = new("owner.no-phone");
    public static readonly Refusal AnothersAccount = new("owner.anothers-account");

    public static readonly Refusal CellMissing = new("register.cell-missing");
    public static readonly Refusal CellTooLong = new("register.cell-too-long");
    public static readonly Refusal BadArea = new("register.bad-area");
    public static readonly Refusal BadPhone = new("register.bad-phone");
    public static readonly Refusal UnitTwice = new("register.unit-twice");
}
