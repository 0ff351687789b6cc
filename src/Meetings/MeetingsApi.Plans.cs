using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Doors;
using Platform.Kernel.Http;
using Platform.Meetings.Drawings;
using Platform.Meetings.Features;

namespace Platform.Meetings;

/// <content>The doors of plans, rounds of consent and online discussions.</content>
public static partial class MeetingsApi
{
    private static void Plans(DoorGroup meetings)
    {
        var plans = meetings.MapGroup("/plans");
        plans.MapPost("/", DraftPlan.Handle).For(Rights.Conveners).WithName("DraftPlan").WithSummary("Begin a plan of a body, with its stakeholders");
        plans.MapGet("/", ListPlans.Handle).ForMembers().WithName("ListPlans").WithSummary("Plans, newest first, of one body or stage");
        plans.MapGet("/mine", ListPlans.OfMine).ForMembers().WithName("ListMyPlans").WithSummary("Plans that ask the caller, or that the caller answered");
        plans.MapGet("/numbers", CountPlans.Handle).For(Rights.Readers).WithName("CountPlans").WithSummary("Reach, disposed opinions, standing objections and rounds to consensus, by body");
        plans.MapPost("/drawings", UploadDrawing.Handle).For(Rights.Conveners).WithName("UploadDrawing").WithSummary("Upload a drawing, a picture or a PDF, to be published with a version")
            .DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(Sheets.BytesAtMost + 1024 * 1024)).WithFormOptions(multipartBodyLengthLimit: Sheets.BytesAtMost + 1024 * 1024);
        plans.MapGet("/drawings/{drawingId:guid}", GetDrawing.Handle).ForMembers().WithName("GetDrawing").WithSummary("A drawing").Produces(200, contentType: "image/jpeg");
        plans.MapGet("/{id:guid}", GetPlan.Handle).ForMembers().WithName("GetPlan").WithSummary("One plan: versions, rounds, counts; stakeholders for those who run it");
        plans.MapPut("/{id:guid}/stakeholders", NameStakeholders.Handle).For(Rights.Conveners).WithName("NameStakeholders").WithSummary("Whose consent the plan needs");
        plans.MapPost("/{id:guid}/versions", PublishVersion.Handle).For(Rights.Conveners).WithName("PublishVersion").WithSummary("Publish the next version, with the concerns that it answers");
        plans.MapPost("/{id:guid}/rounds", OpenRound.Handle).For(Rights.Conveners).WithName("OpenRound").WithSummary("Ask for consent to the latest version");
        plans.MapPost("/{id:guid}/rounds/{roundId:guid}/close", CloseRound.Handle).For(Rights.Conveners).WithName("CloseRound").WithSummary("Close a round before its window ends");
        plans.MapPost("/{id:guid}/rounds/{roundId:guid}/answers", AnswerRound.Handle).ForMembers().WithName("AnswerRound").WithSummary("Answer a round, or answer anew; staff type in what was said in the room or on paper");
        plans.MapGet("/{id:guid}/gate", FinalisePlan.Gate).For(Rights.Readers).WithName("ReadGate").WithSummary("What keeps the plan from becoming final");
        plans.MapPost("/{id:guid}/finalise", FinalisePlan.Handle).For(Rights.Conveners).WithName("FinalisePlan").WithSummary("Everybody agrees: the plan is final");
        plans.MapPost("/{id:guid}/finalise-by-vote", FinalisePlan.ByVote).For(Rights.Conveners).WithName("FinalisePlanByVote").WithSummary("A vote stands in for consensus, where the body's rules let it");
        Ledger(plans);
    }

    private static void Ledger(DoorGroup plans)
    {
        plans.MapGet("/{id:guid}/opinions", ListOpinions.Handle).For(Rights.Readers).WithName("ListOpinions").WithSummary("The ledger of opinions of a plan");
        plans.MapGet("/{id:guid}/opinions/export", ExportOpinions.Handle).For(Rights.Readers).WithName("ExportOpinions").WithSummary("The same as an Excel file").Produces(200, contentType: Spreadsheets.MediaType);
        plans.MapGet("/opinions/mine", ListOpinions.Mine).ForMembers().WithName("ListMyOpinions").WithSummary("What I said, and what became of it");
        plans.MapPost("/opinions/{opinionId:guid}/disposition", DisposeOpinion.Handle).For(Rights.Conveners).WithName("DisposeOpinion").WithSummary("Take an opinion up, in part, or not, with the reason");
        plans.MapPost("/opinions/{opinionId:guid}/clarifications", ClarifyOpinion.Handle).For(Rights.Conveners).WithName("ClarifyOpinion").WithSummary("Clarify a concern by a visit or a reply");
        plans.MapPost("/opinions/{opinionId:guid}/settle", SettleConcern.Handle).For(Rights.Conveners).WithName("SettleConcern").WithSummary("After a clarification: resolved, or it stands");
        plans.MapPost("/opinions/{opinionId:guid}/withdraw", SettleConcern.Withdraw).ForMembers().WithName("WithdrawConcern").WithSummary("Take one's own concern back after a clarification");
        plans.MapPost("/{id:guid}/interviews", RecordInterview.Handle).For(Rights.Conveners).WithName("RecordInterview").WithSummary("Write down a focus interview; it is sealed");
        plans.MapGet("/{id:guid}/interviews", ReadInterview.List).For(PlanRights.Interviewers).WithName("ListInterviews").WithSummary("That there were focus interviews, and when");
        plans.MapGet("/interviews/{interviewId:guid}", ReadInterview.Handle).For(PlanRights.Interviewers).WithName("ReadInterview").WithSummary("A focus interview's record; put on record");
    }

    private static void Discussions(DoorGroup meetings)
    {
        meetings.MapGet("/{id:guid}/items/{itemId:guid}/discussion", ListPoints.OfItem).ForMembers().WithName("ListPointsOfItem").WithSummary("The online discussion of an item before the meeting");
        meetings.MapPost("/{id:guid}/items/{itemId:guid}/discussion", WritePoint.OnItem).ForMembers().WithName("WritePointOnItem").WithSummary("Make a point on an item, or reply to one");
        meetings.MapPut("/{id:guid}/items/{itemId:guid}/discussion/summary", SummariseDiscussion.Handle).For(Rights.Conveners).WithName("SummariseDiscussion").WithSummary("What the discussion came to, for the minutes");
        meetings.MapGet("/plans/{id:guid}/rounds/{roundId:guid}/discussion", ListPoints.OfRound).ForMembers().WithName("ListPointsOfRound").WithSummary("The online discussion of a plan's round");
        meetings.MapPost("/plans/{id:guid}/rounds/{roundId:guid}/discussion", WritePoint.OnRound).ForMembers().WithName("WritePointOnRound").WithSummary("Make a point on a plan's round, or reply to one");
        meetings.MapGet("/discussion", ListPoints.Handle).For(Rights.Conveners).WithName("ListDiscussion").WithSummary("What is said in my areas, newest first, for moderating");
        meetings.MapGet("/discussion/mine", ListPoints.OfMine).ForMembers().WithName("ListMyPoints").WithSummary("My points, whether they are shown, and why not");
        meetings.MapPost("/discussion/{pointId:guid}/hide", ModeratePoint.Hide).For(Rights.Conveners).WithName("HidePoint").WithSummary("Hide a point; its author reads why");
        meetings.MapPost("/discussion/{pointId:guid}/show", ModeratePoint.Show).For(Rights.Conveners).WithName("ShowPoint").WithSummary("Show a point again");
    }

    private static void PublicPlans(DoorGroup street) =>
        street.MapGet("/plans", ListPlans.Public).ForAnyone().WithName("ListPublicPlans").WithSummary("What a street asks about, and how many answered");
}
