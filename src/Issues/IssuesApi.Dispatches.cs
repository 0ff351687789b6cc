using Platform.Issues.Features;
using Platform.Kernel.Doors;
using Platform.Kernel.Http;
using static Platform.Issues.IssueRights;

namespace Platform.Issues;

/// <content>The doors of what stays inside: dispatches to departments, notes, mediations.</content>
public static partial class IssuesApi
{
    private static void MapInside(DoorGroup issues)
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

        issues.MapPost("/{id:guid}/notes", WriteNote.Handle).For(Desk).WithName("WriteNote").WithSummary("Write a note that only those inside read");
        issues.MapGet("/{id:guid}/notes", WriteNote.List).For(Desk).WithName("ListNotes").WithSummary("The internal notes of an issue, newest first");

        issues.MapGet("/{id:guid}/mediations", ReadMediation.OfIssue).For(Staff).WithName("ListMediations").WithSummary("That there is a mediation, how far it is, and when").Whole("an issue has one at a time");
        issues.MapPost("/{id:guid}/mediations", OpenMediation.Handle).For(Staff).WithName("OpenMediation").WithSummary("Open a mediation of the dispute behind an issue");
        issues.MapGet("/mediations/numbers", CountMediations.Handle).For(MediationCounters).WithName("CountMediations").WithSummary("How many came to an agreement, and how many came back");
        issues.MapGet("/mediations/{id:guid}", ReadMediation.Handle).For(Staff).WithName("ReadMediation").WithSummary("A mediation's record, for its mediator, who opened it and the branch secretary; put on record");
        issues.MapPost("/mediations/{id:guid}/sessions", RecordMediation.Session).For(Staff).WithName("RecordMediationSession").WithSummary("They met: who was there, what was said");
        issues.MapPost("/mediations/{id:guid}/end", RecordMediation.End).For(Staff).WithName("EndMediation").WithSummary("An agreement, none, or referred to others");
    }
}
