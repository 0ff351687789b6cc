using Platform.Issues.Features;
using Platform.Kernel.Doors;
using Platform.Kernel.Http;
using static Platform.Issues.IssueRights;

namespace Platform.Issues;

/// <content>The doors of what staff and departments have to do with one another.</content>
public static partial class IssuesApi
{
    private static void MapDispatches(RouteGroupBuilder issues)
    {
        issues.MapGet("/dispatches", ListDispatches.Handle).For(Readers).WithName("ListDispatches").WithSummary("What was dispatched to departments, by department, state and lateness");
        issues.MapGet("/dispatches/numbers", CountDispatches.Handle).For(Readers).WithName("CountDispatches").WithSummary("Return rate and on-time rate by department, over a period");
        issues.MapGet("/{id:guid}/dispatches", ListDispatches.OfIssue).For(Desk).WithName("ListDispatchesOfIssue").WithSummary("What was dispatched of one issue, for everybody inside").Whole("an issue has a handful, and a page shows them all");
        issues.MapPost("/{id:guid}/dispatches", DispatchIssue.Handle).For(Staff).WithName("DispatchIssue").WithSummary("Call a department, or a unit outside, to an issue");
        issues.MapPost("/{id:guid}/dispatches/{dispatchId:guid}/sign", HandleDispatch.Sign).For(ForDepartments).WithName("SignDispatch").WithSummary("The department has it");
        issues.MapPost("/{id:guid}/dispatches/{dispatchId:guid}/handle", HandleDispatch.Handle).For(ForDepartments).WithName("HandleDispatch").WithSummary("The department has done its part");
        issues.MapPost("/{id:guid}/dispatches/{dispatchId:guid}/return", HandleDispatch.Return).For(ForDepartments).WithName("ReturnDispatch").WithSummary("It is not the department's; with the reason");
        issues.MapPost("/{id:guid}/dispatches/{dispatchId:guid}/close", CloseDispatch.Handle).For(Staff).WithName("CloseDispatch").WithSummary("Take it as done, as another person than who wrote that down");
        issues.MapPost("/{id:guid}/dispatches/{dispatchId:guid}/send-back", CloseDispatch.SendBack).For(Staff).WithName("SendDispatchBack").WithSummary("Not as it should be: the department goes on");

        var departments = issues.MapGroup("/departments");
        departments.MapGet("/", KeepDepartments.List).For(Readers).WithName("ListDepartments").WithSummary("The street's departments and units outside, retired ones too").Whole("a street has at most 200, in one choice of a form");
        departments.MapPost("/", KeepDepartments.Add).For(DepartmentKeepers).WithName("AddDepartment").WithSummary("Add a department or a unit outside");
        departments.MapPut("/{code}", KeepDepartments.Change).For(DepartmentKeepers).WithName("ChangeDepartment").WithSummary("Name a department anew");
        departments.MapPost("/{code}/retire", KeepDepartments.Retire).For(DepartmentKeepers).WithName("RetireDepartment").WithSummary("Dispatch to it no longer");
        departments.MapPost("/{code}/restore", KeepDepartments.Restore).For(DepartmentKeepers).WithName("RestoreDepartment").WithSummary("Dispatch to it again");
    }
}
