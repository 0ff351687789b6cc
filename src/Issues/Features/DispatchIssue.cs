using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>吹哨: the desk calls a department of the street, or a unit outside, to an issue.</summary>
public static class DispatchIssue
{
    public sealed record Request
    {
        /// <summary>Its code.</summary>
        [Needed, Text(Limits.CategoryCode)] public required string Department { get; init; }

        /// <summary>What is asked of it; for staff alone.</summary>
        [Needed, Text(Limits.Words, atLeast: 2)] public required string Words { get; init; }

        /// <summary>Its last day, in the street's zone: what the class gives, unless an earlier one is told.</summary>
        public DateOnly? DueOn { get; init; }
    }

    public sealed record Answer(Guid Id, DateOnly DueOn);

    public static async Task<Created<Answer>> Handle(
        Guid id, Request asked, IssuesDb db, Caller caller, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var issue = await db.Find<Issue>(id, ct);
        var by = caller.ActAs(issue.AreaPath, IssueRights.Staff);
        var department = await db.OfferedDepartment(asked.Department.Trim(), ct);
        var (calendar, now) = (await db.Calendar(ct), clock.GetUtcNow());
        var dueOn = asked.DueOn ?? issue.DueOfDispatch(calendar, now);

        db.SayAll(issue, issue.Dispatch(new GivenDispatch(department.Code, department.Name, asked.Words.Trim(), dueOn), calendar, by, now));

        await db.SaveChangesAsync(ct);
        response.SetVersion(issue.Version);
        return TypedResults.Created($"/api/v1/issues/{id}/dispatches", new Answer(issue.Dispatches[^1].Id, dueOn));
    }
}
