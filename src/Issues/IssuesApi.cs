using Microsoft.AspNetCore.Mvc;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Features;
using Platform.Issues.Grpc;
using Platform.Issues.Open311;
using Platform.Kernel.Doors;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using static Platform.Issues.IssueRights;

namespace Platform.Issues;

/// <summary>Every door of this service, and who may pass it. Which area they may touch is asked with the issue in hand.</summary>
public static partial class IssuesApi
{
    public static void MapIssues(this IEndpointRouteBuilder app)
    {
        var issues = app.MapDoors("/api/v1/issues").WithTags("Issues");

        issues.MapPersonalData();
        var anyone = issues.MapGroup("/public/{street}");
        anyone.MapGet("/form", ShowReportForm.Handle).ForAnyone().WithName("ShowReportForm").WithSummary("Categories and places for a report");
        anyone.MapGet("/issues", ShowBoard.Handle).ForAnyone().WithName("ShowBoard").WithSummary("The public board of a street, without personal data");
        anyone.MapGet("/alike", FindAlike.ForDraft).ForAnyone().WithName("FindAlikeOnBoard").WithSummary("What on the board may be the same as what somebody is writing").Whole("the five that are most alike");
        anyone.MapGet("/issues/{id:guid}", ShowIssue.Handle).ForAnyone().WithName("ShowIssue").WithSummary("One issue of the public board with its steps, without personal data");
        anyone.MapGet("/issues/{id:guid}/comments", ListComments.OfIssue).ForAnyone().WithName("ShowComments").WithSummary("What was said about it, as far as it is shown");
        anyone.MapGet("/photos/{id:guid}", ReleasePhoto.Show).ForAnyone().WithName("ShowPhoto").WithSummary("A photo that staff released").Produces(200, contentType: "image/jpeg");
        anyone.MapPost("/receipts/{number}", LookUpReceipt.Handle).ForAnyone().WithName("LookUpReceipt").WithSummary("How far an issue is, by receipt number and phone");

        issues.MapPost("/", ReportIssue.Handle).ForMembers().WithName("ReportIssue").WithSummary("Report something");
        issues.MapPost("/with-photos", ReportIssueWithPhotos.Handle).ForMembers().WithName("ReportIssueWithPhotos").WithSummary("Report something as a form with up to nine photos")
            .DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(ReportIssueWithPhotos.BytesAtMost))
            .WithFormOptions(multipartBodyLengthLimit: ReportIssueWithPhotos.BytesAtMost);
        issues.MapPost("/entries", EnterIssue.Handle).For(Enterers).WithName("EnterIssue").WithSummary("Enter what a resident said: on paper, by phone, on a visit or a talk day");
        issues.MapPost("/{id:guid}/confirm", ConfirmEntry.Handle).ForMembers().WithName("ConfirmEntry").WithSummary("What staff entered for me is mine");
        issues.MapPost("/{id:guid}/disown", ConfirmEntry.Disown).ForMembers().WithName("DisownEntry").WithSummary("What staff entered for me is not mine");
        issues.MapPost("/{id:guid}/countersign", ConfirmEntry.Countersign).For(Staff).WithName("CountersignEntry").WithSummary("Vouch for what another of the staff entered");
        issues.MapPost("/photos", UploadPhoto.Handle).ForMembers().WithName("UploadPhoto").WithSummary("Upload a photo, to be attached afterwards").DisableAntiforgery();
        issues.MapGet("/photos/{id:guid}", GetPhoto.Handle).ForMembers().WithName("GetPhoto").WithSummary("A photo").Produces(200, contentType: "image/jpeg");
        issues.MapGet("/mine", ListMyIssues.Handle).ForMembers().WithName("ListMyIssues").WithSummary("What I reported");
        issues.MapGet("/followed", ListFollowed.Handle).ForMembers().WithName("ListFollowed").WithSummary("What I follow or endorsed, and its last step");
        issues.MapPost("/{id:guid}/comments", WriteComment.Handle).ForMembers().WithName("WriteComment").WithSummary("Comment on an issue of the public board");
        issues.MapGet("/comments/mine", ListComments.OfMine).ForMembers().WithName("ListMyComments").WithSummary("My comments, whether they are shown, and why not");
        issues.MapPost("/comments/{id:guid}/report", ReportComment.Handle).ForMembers().WithName("ReportComment").WithSummary("A comment should not stand there");
        issues.MapPost("/{id:guid}/endorse", EndorseIssue.Handle).ForMembers().WithName("EndorseIssue").WithSummary("Endorse it; once a person");
        issues.MapPost("/{id:guid}/follow", FollowIssue.Handle).ForMembers().WithName("FollowIssue").WithSummary("Follow it");
        issues.MapDelete("/{id:guid}/follow", FollowIssue.NoLonger).ForMembers().WithName("UnfollowIssue").WithSummary("Follow it no longer");
        issues.MapPost("/{id:guid}/withdraw", WithdrawIssue.Handle).ForMembers().WithName("WithdrawIssue").WithSummary("Take one's own issue back");
        issues.MapPost("/{id:guid}/appeal", AppealIssue.Handle).ForMembers().WithName("AppealIssue").WithSummary("Ask another person to look at the refusal");
        issues.MapPost("/{id:guid}/rate", RateIssue.Handle).ForMembers().WithName("RateIssue").WithSummary("Rate the result of one's own issue");
        issues.MapPost("/{id:guid}/rate/by-call", RecordRating.Handle).For(Staff).WithName("RecordRating").WithSummary("Write down what its author said of the result in a follow-up call");
        issues.MapGet("/{id:guid}", GetIssue.Handle).ForMembers().WithName("GetIssue").WithSummary("One issue with its history: for its author and for staff of its area");

        issues.MapGet("/", ListIssues.Handle).For(Readers).WithName("ListIssues").WithSummary("The issues of my areas");
        issues.MapGet("/export", ExportIssues.Handle).For(Readers).WithName("ExportIssues").WithSummary("The same as an Excel file").Produces(200, contentType: Spreadsheets.MediaType);
        issues.MapGet("/by-area", CountByArea.Handle).For(Readers).WithName("CountByArea").WithSummary("The same counted by area, for a map").Whole("no longer than the tree of areas, which it is laid over");
        issues.MapGet("/people", ListPeople.Handle).For(Readers).WithName("ListPeople").WithSummary("Who handles issues in my areas").Whole("the staff of a few areas, in one choice of a form");
        issues.MapPost("/many/accept", AcceptMany.Handle).For(Staff).WithName("AcceptMany").WithSummary("Take many on: those named, or those of a filter");
        issues.MapPost("/many/handler", AssignMany.Handle).For(Staff).WithName("AssignMany").WithSummary("Give many to one handler");
        issues.MapGet("/to-do", CountToDo.Handle).For(Desk).WithName("CountToDo").WithSummary("What waits for me");
        issues.MapGet("/actions", ListActions.Handle).For(Hands).WithName("ListActions").WithSummary("Actions in my hands");
        issues.MapPost("/{id:guid}/accept", AcceptIssue.Handle).For(Staff).WithName("AcceptIssue").WithSummary("Take it on");
        issues.MapPost("/{id:guid}/decline", DeclineIssue.Handle).For(Staff).WithName("DeclineIssue").WithSummary("Do not take it on, and say why");
        issues.MapPost("/{id:guid}/appeal/decide", DecideAppeal.Handle).For(AppealJudges).WithName("DecideAppeal").WithSummary("Decide an appeal, as another person");
        issues.MapGet("/{id:guid}/alike", FindAlike.ForIssue).For(Readers).WithName("FindAlike").WithSummary("What may be the same matter").Whole("the five that are most alike");
        issues.MapPost("/{id:guid}/merge", MergeIssue.Handle).For(Staff).WithName("MergeIssue").WithSummary("It is the same matter as another issue");
        issues.MapPost("/{id:guid}/unmerge", UnmergeIssue.Handle).For(Staff).WithName("UnmergeIssue").WithSummary("Undo the merging");
        issues.MapPost("/{id:guid}/triage", TriageIssue.Handle).For(Staff).WithName("TriageIssue").WithSummary("Decide its scale, and with it who deliberates");
        issues.MapGet("/{id:guid}/triage-proposal", ProposeTriage.Handle).For(Staff).WithName("ProposeTriage").WithSummary("What the street's rules propose for it");
        issues.MapGet("/triage-rules", ShowTriageRules.Handle).For(Readers).WithName("ShowTriageRules").WithSummary("The rules of triage in force");
        issues.MapGet("/triage-rules/versions", ShowTriageRules.Versions).For(Readers).WithName("ListTriageRules").WithSummary("Every version of the rules of triage");
        issues.MapPost("/triage-rules", PublishTriageRules.Handle).For(RuleMakers).WithName("PublishTriageRules").WithSummary("Publish the next version of the rules of triage");
        issues.MapPost("/triage-rules/try", TryTriageRules.Handle).For(Readers).WithName("TryTriageRules").WithSummary("Try a draft of the rules on the issues that were triaged last");
        issues.MapGet("/{id:guid}/handlers", ListHandlers.Handle).For(Staff).WithName("ListHandlers").WithSummary("Whom it may be given to").Whole("the staff of one neighbourhood, in one choice of a form");
        issues.MapPost("/{id:guid}/handler", AssignHandler.Handle).For(Staff).WithName("AssignHandler").WithSummary("Give it to a handler");
        issues.MapPost("/{id:guid}/actions", GiveActions.Handle).For(Staff).WithName("GiveActions").WithSummary("Give actions without a resolution");
        issues.MapPost("/{id:guid}/actions/{actionId:guid}/done", FinishAction.Handle).For(Hands).WithName("FinishAction").WithSummary("An action is done, with note and photo");
        issues.MapPost("/{id:guid}/actions/{actionId:guid}/decline", DeclineAction.Handle).For(Hands).WithName("DeclineAction").WithSummary("An action will not be done");
        issues.MapPost("/{id:guid}/actions/{actionId:guid}/reassign", ReassignAction.Handle).For(Staff).WithName("ReassignAction").WithSummary("Put an action into other hands");
        issues.MapPost("/{id:guid}/verify", VerifyIssue.Handle).For(Verifiers).WithName("VerifyIssue").WithSummary("Say whether it is done, as somebody who did not handle it");

        issues.MapGet("/{id:guid}/contact", ReadContact.Handle).For(Staff).WithName("ReadContact").WithSummary("Whom to call back about what another system or the hotline told; put on record");
        issues.MapGet("/questions", KeepQuestions.List).For(QuestionReaders).WithName("ListQuestions").WithSummary("What is asked for in each category, beside the words of a report").Whole("no longer than the categories, of which a street has some dozens");
        issues.MapPut("/questions/{id:guid}", KeepQuestions.Put).For(Role.TenantAdmin).WithName("KeepQuestions").WithSummary("Ask for this in a category");
        issues.MapGet("/comments", ListComments.Handle).For(Staff).WithName("ListComments").WithSummary("Comments that wait or were reported; or those that were decided");
        issues.MapPost("/comments/{id:guid}/show", DecideComment.Show).For(Staff).WithName("ShowComment").WithSummary("A comment may be read");
        issues.MapPost("/comments/{id:guid}/hide", DecideComment.Hide).For(Staff).WithName("HideComment").WithSummary("A comment is hidden; its author reads why");
        issues.MapGet("/comments/rules", KeepCommentRules.Show).For(RuleKeepers).WithName("ShowCommentRules").WithSummary("Whether comments wait");
        issues.MapPut("/comments/rules", KeepCommentRules.Handle).For(Role.TenantAdmin).WithName("KeepCommentRules").WithSummary("Show comments at once, or after staff looked");
        issues.MapPost("/photos/{id:guid}/release", ReleasePhoto.Handle).For(Staff).WithName("ReleasePhoto").WithSummary("Let the public see a photo, or no longer");

        issues.MapPost("/{id:guid}/approvals", AskApproval.Handle).For(Askers).WithName("AskApproval").WithSummary("Ask for an extension, a return, a suspension, its end, or voiding");
        issues.MapPost("/{id:guid}/approvals/decide", DecideApproval.Handle).For(Approvers).WithName("DecideApproval").WithSummary("Approve what another person asked, or refuse it");

        var categories = issues.MapGroup("/categories");
        categories.MapGet("/", KeepCategories.List).For(Readers).WithName("ListCategories").WithSummary("The street's categories, in two levels, retired ones too").Whole("a street has at most 300, and two levels are of use only whole");
        categories.MapPost("/", KeepCategories.Add).For(CategoryKeepers).WithName("AddCategory").WithSummary("Add a category");
        categories.MapPut("/{code}", KeepCategories.Change).For(CategoryKeepers).WithName("ChangeCategory").WithSummary("Name a category anew, or put it under another");
        categories.MapPost("/{code}/retire", KeepCategories.Retire).For(CategoryKeepers).WithName("RetireCategory").WithSummary("Offer a category no longer");
        categories.MapPost("/{code}/restore", KeepCategories.Restore).For(CategoryKeepers).WithName("RestoreCategory").WithSummary("Offer a category again");
        categories.MapPost("/order", KeepCategories.Arrange).For(CategoryKeepers).WithName("ArrangeCategories").WithSummary("Put those of one level into this order");
        categories.MapGet("/export", ExchangeCategories.Export).For(CategoryReaders).WithName("ExportCategories").WithSummary("The categories as an Excel sheet").Produces(200, contentType: Spreadsheets.MediaType);
        categories.MapPost("/import/preview", ExchangeCategories.Preview).For(CategoryKeepers).WithName("PreviewCategories").WithSummary("What an Excel sheet of categories would change, row by row").DisableAntiforgery();
        categories.MapPost("/import", ExchangeCategories.Import).For(CategoryKeepers).WithName("ImportCategories").WithSummary("Take an Excel sheet of categories over, as a whole or not at all").DisableAntiforgery();
        app.MapOpen311();

        var imports = issues.MapGroup("/imports");
        imports.MapGet("/", ShowImports.List).For(Importers).WithName("ListImports").WithSummary("Imports of the hotline's orders, newest first");
        imports.MapGet("/template", ExchangeOrders.Template).For(Importers).WithName("GetImportTemplate").WithSummary("An empty sheet for the hotline's orders").Produces(200, contentType: Spreadsheets.MediaType);
        imports.MapPost("/", StageImport.Handle).For(Importers).WithName("StageImport").WithSummary("Upload the hotline's orders, as Excel or CSV, to look at them row by row")
            .DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(HotlineSheet.BodyAtMost)).WithFormOptions(multipartBodyLengthLimit: HotlineSheet.BodyAtMost);
        imports.MapGet("/{id:guid}", ShowImports.Get).For(Importers).WithName("GetImport").WithSummary("One import and how far it is");
        imports.MapGet("/{id:guid}/rows", ListImportRows.Handle).For(Importers).WithName("ListImportRows").WithSummary("Its rows, each with what is wrong with it");
        imports.MapGet("/{id:guid}/errors", ExchangeOrders.Errors).For(Importers).WithName("GetImportErrors").WithSummary("Its wrong rows as an Excel sheet with the reasons, to be mended; put on record").Produces(200, contentType: Spreadsheets.MediaType);
        imports.MapPost("/{id:guid}/start", StartImport.Handle).For(Importers).WithName("StartImport").WithSummary("Make issues of its new rows");
        imports.MapPost("/{id:guid}/discard", StartImport.Discard).For(Importers).WithName("DiscardImport").WithSummary("Take nothing of it over, and forget its rows");

        var campaigns = issues.MapGroup("/campaigns");
        campaigns.MapGet("/", KeepCampaigns.List).For(Readers).WithName("ListCampaigns").WithSummary("Campaigns, newest first");
        campaigns.MapGet("/{id:guid}", KeepCampaigns.Get).For(Readers).WithName("GetCampaign").WithSummary("One campaign with its posters and stands");
        campaigns.MapPost("/", KeepCampaigns.Begin).For(Campaigners).WithName("BeginCampaign").WithSummary("Begin a campaign");
        campaigns.MapPut("/{id:guid}", KeepCampaigns.Change).For(Campaigners).WithName("ChangeCampaign").WithSummary("Plan a campaign anew");
        campaigns.MapPost("/{id:guid}/placements", KeepCampaigns.Place).For(Campaigners).WithName("PlaceCampaign").WithSummary("One more poster or stand, with its own code");
        campaigns.MapPut("/{id:guid}/placements/{placementId:guid}", KeepCampaigns.Correct).For(Campaigners).WithName("CorrectPlacement").WithSummary("What was written down of a poster or stand is put right");
        issues.MapGet("/reach", CompareReach.Show).For(Readers).WithName("CompareReach").WithSummary("Issues and first-time contributors by channel and campaign, over a period");
        issues.MapGet("/reach/export", CompareReach.Export).For(Readers).WithName("ExportReach").WithSummary("The comparison as an Excel workbook").Produces(200, contentType: Spreadsheets.MediaType);
        issues.MapGet("/silent-buildings", ListSilentBuildings.Handle).For(Readers).WithName("ListSilentBuildings").WithSummary("Buildings that nothing was raised from for twelve months, of all");

        MapInside(issues);

        // A service asks in a tenant's name with a token of its own, which no role opens: its scope does.
        app.MapGrpcService<IssuesGrpc>().WithMetadata(new DoorAttribute([])).RequireAuthorization(policy => policy.RequireAssertion(x => IssuesGrpc.MayAsk(x.User)));
    }

    /// <summary>GeoReport v2: the street is jurisdiction_id, and posting needs an api_key, which the handler asks after.</summary>
    private static void MapOpen311(this IEndpointRouteBuilder app)
    {
        var open311 = app.MapDoors("/open311");
        open311.MapGet("/discovery.{format}", DiscoverOpen311.Handle).ForAnyone().WithTags("Open311").WithName("DiscoverOpen311").WithSummary("Where Open311 is spoken").Answers<DiscoveryView>();
        open311.MapGet("/v2/discovery.{format}", DiscoverOpen311.Handle).ForAnyone().WithTags("Open311").WithName("DiscoverGeoReport").WithSummary("The same, where some clients look for it").Answers<DiscoveryView>();
        var v2 = app.MapDoors("/open311/v2").WithTags("Open311").WithMetadata(Jurisdictions.Named);
        v2.MapGet("/services.{format}", ListServices.Handle).ForAnyone().WithName("Open311Services").WithSummary("Open311: what can be reported").Answers<ServiceView[]>();
        v2.MapGet("/services/{code}.{format}", DefineService.Handle).ForAnyone().WithName("Open311ServiceDefinition").WithSummary("Open311: what is asked for in a report").Answers<ServiceDefinitionView>();
        v2.MapPost("/requests.{format}", PostServiceRequest.Handle).ForAnyone().WithName("Open311Post").WithSummary("Open311: report something, with an api_key").WithDescription(PostedForm.Fields).Answers<PostedView[]>().DisableAntiforgery();
        v2.MapGet("/requests.{format}", ListServiceRequests.Handle).ForAnyone().WithName("Open311Requests").WithSummary("Open311: requests on the public board").Answers<ServiceRequestView[]>();
        v2.MapGet("/requests/{id}.{format}", GetServiceRequest.Handle).ForAnyone().WithName("Open311Request").WithSummary("Open311: one request").Answers<ServiceRequestView[]>();
        v2.MapGet("/tokens/{token}.{format}", GetServiceRequest.Resolve).ForAnyone().WithName("Open311Token").WithSummary("Open311: which request a token is for").Answers<TokenView[]>();
    }
}
