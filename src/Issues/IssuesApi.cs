using Microsoft.AspNetCore.Mvc;
using Platform.Issues.Features;
using Platform.Issues.Grpc;
using Platform.Kernel.Doors;
using Platform.Kernel.Http;
using static Platform.Issues.IssueRights;

namespace Platform.Issues;

/// <summary>Every door of this service, and who may pass it. Which area they may touch is asked with the issue in hand.</summary>
public static class IssuesApi
{
    public static void MapIssues(this IEndpointRouteBuilder app)
    {
        var issues = app.MapGroup("/api/v1/issues").WithTags("Issues");

        var anyone = issues.MapGroup("/public/{street}");
        anyone.MapGet("/form", ShowReportForm.Handle).ForAnyone().WithName("ShowReportForm").WithSummary("Categories and places for a report");
        anyone.MapGet("/issues", ShowBoard.Handle).ForAnyone().WithName("ShowBoard").WithSummary("The public board of a street, without personal data");
        anyone.MapPost("/receipts/{number}", LookUpReceipt.Handle).ForAnyone().WithName("LookUpReceipt").WithSummary("How far an issue is, by receipt number and phone");

        issues.MapPost("/", ReportIssue.Handle).ForMembers().WithName("ReportIssue").WithSummary("Report something");
        issues.MapPost("/with-photos", ReportIssueWithPhotos.Handle).ForMembers().WithName("ReportIssueWithPhotos").WithSummary("Report something as a form with up to nine photos")
            .DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(ReportIssueWithPhotos.BytesAtMost))
            .WithFormOptions(multipartBodyLengthLimit: ReportIssueWithPhotos.BytesAtMost);
        issues.MapPost("/photos", UploadPhoto.Handle).ForMembers().WithName("UploadPhoto").WithSummary("Upload a photo, to be attached afterwards").DisableAntiforgery();
        issues.MapGet("/photos/{id:guid}", GetPhoto.Handle).ForMembers().WithName("GetPhoto").WithSummary("A photo").Produces(200, contentType: "image/jpeg");
        issues.MapGet("/mine", ListMyIssues.Handle).ForMembers().WithName("ListMyIssues").WithSummary("What I reported");
        issues.MapPost("/{id:guid}/endorse", EndorseIssue.Handle).ForMembers().WithName("EndorseIssue").WithSummary("Endorse it; once a person");
        issues.MapPost("/{id:guid}/follow", FollowIssue.Handle).ForMembers().WithName("FollowIssue").WithSummary("Follow it");
        issues.MapDelete("/{id:guid}/follow", FollowIssue.NoLonger).ForMembers().WithName("UnfollowIssue").WithSummary("Follow it no longer");
        issues.MapPost("/{id:guid}/withdraw", WithdrawIssue.Handle).ForMembers().WithName("WithdrawIssue").WithSummary("Take one's own issue back");
        issues.MapPost("/{id:guid}/appeal", AppealIssue.Handle).ForMembers().WithName("AppealIssue").WithSummary("Ask another person to look at the refusal");
        issues.MapPost("/{id:guid}/rate", RateIssue.Handle).ForMembers().WithName("RateIssue").WithSummary("Rate the result of one's own issue");
        issues.MapGet("/{id:guid}", GetIssue.Handle).ForMembers().WithName("GetIssue").WithSummary("One issue with its history: for its author and for staff of its area");

        issues.MapGet("/", ListIssues.Handle).For(Readers).WithName("ListIssues").WithSummary("The issues of my areas");
        issues.MapGet("/to-do", CountToDo.Handle).For(Desk).WithName("CountToDo").WithSummary("What waits for me");
        issues.MapGet("/actions", ListActions.Handle).For(Hands).WithName("ListActions").WithSummary("Actions in my hands");
        issues.MapPost("/{id:guid}/accept", AcceptIssue.Handle).For(Staff).WithName("AcceptIssue").WithSummary("Take it on");
        issues.MapPost("/{id:guid}/decline", DeclineIssue.Handle).For(Staff).WithName("DeclineIssue").WithSummary("Do not take it on, and say why");
        issues.MapPost("/{id:guid}/appeal/decide", DecideAppeal.Handle).For(AppealJudges).WithName("DecideAppeal").WithSummary("Decide an appeal, as another person");
        issues.MapPost("/{id:guid}/merge", MergeIssue.Handle).For(Staff).WithName("MergeIssue").WithSummary("It is the same matter as another issue");
        issues.MapPost("/{id:guid}/unmerge", UnmergeIssue.Handle).For(Staff).WithName("UnmergeIssue").WithSummary("Undo the merging");
        issues.MapPost("/{id:guid}/triage", TriageIssue.Handle).For(Staff).WithName("TriageIssue").WithSummary("Decide its scale, and with it who deliberates");
        issues.MapGet("/{id:guid}/handlers", ListHandlers.Handle).For(Staff).WithName("ListHandlers").WithSummary("Whom it may be given to").Whole("the staff of one neighbourhood, in one choice of a form");
        issues.MapPost("/{id:guid}/handler", AssignHandler.Handle).For(Staff).WithName("AssignHandler").WithSummary("Give it to a handler");
        issues.MapPost("/{id:guid}/actions", GiveActions.Handle).For(Staff).WithName("GiveActions").WithSummary("Give actions without a resolution");
        issues.MapPost("/{id:guid}/actions/{actionId:guid}/done", FinishAction.Handle).For(Hands).WithName("FinishAction").WithSummary("An action is done, with note and photo");
        issues.MapPost("/{id:guid}/actions/{actionId:guid}/decline", DeclineAction.Handle).For(Hands).WithName("DeclineAction").WithSummary("An action will not be done");
        issues.MapPost("/{id:guid}/actions/{actionId:guid}/reassign", ReassignAction.Handle).For(Staff).WithName("ReassignAction").WithSummary("Put an action into other hands");
        issues.MapPost("/{id:guid}/verify", VerifyIssue.Handle).For(Verifiers).WithName("VerifyIssue").WithSummary("Say whether it is done, as somebody who did not handle it");

        issues.MapPost("/{id:guid}/approvals", AskApproval.Handle).For(Askers).WithName("AskApproval").WithSummary("Ask for an extension, a return, a suspension, its end, or voiding");
        issues.MapPost("/{id:guid}/approvals/decide", DecideApproval.Handle).For(Approvers).WithName("DecideApproval").WithSummary("Approve what another person asked, or refuse it");

        // A service asks in a tenant's name with a token of its own, which no role opens: its scope does.
        app.MapGrpcService<IssuesGrpc>().WithMetadata(new DoorAttribute([])).RequireAuthorization(policy => policy.RequireAssertion(x => IssuesGrpc.MayAsk(x.User)));
    }
}
