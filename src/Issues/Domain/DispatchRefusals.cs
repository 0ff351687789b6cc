using System.Globalization;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Domain;

/// <summary>Every "no" about departments and what is dispatched to them.</summary>
public static class DispatchRefusals
{
    public static readonly Refusal NotNow = new("dispatch.not-now");
    public static readonly Refusal OpenAlready = new("dispatch.open-already");
    public static readonly Refusal Unknown = new("dispatch.unknown", StatusCodes.Status404NotFound);
    public static readonly Refusal HandlerCannotClose = new("dispatch.handler-cannot-close", StatusCodes.Status403Forbidden);
    public static readonly Refusal BadPeriod = new("dispatch.bad-period", StatusCodes.Status400BadRequest);
    public static readonly Refusal UnknownDepartment = new("department.unknown", StatusCodes.Status400BadRequest);
    public static readonly Refusal DepartmentRetired = new("department.retired");
    public static readonly Refusal DepartmentCodeTaken = new("department.code-taken");
    public static readonly Refusal BadDepartmentCode = new("department.bad-code", StatusCodes.Status400BadRequest);
    public static readonly Refusal TooManyDepartments = new("department.too-many");

    public static Refusal CannotMove(DispatchState from, DispatchState to) => new Refusal("dispatch.cannot-move").With(from, to);
    public static Refusal BadDue(DateOnly from, DateOnly to) => new Refusal("dispatch.bad-due", StatusCodes.Status400BadRequest).With(Day(from), Day(to));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
