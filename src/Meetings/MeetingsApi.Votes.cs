using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Doors;
using Platform.Kernel.Http;
using Platform.Meetings.Features;

namespace Platform.Meetings;

/// <content>The doors of votes beyond opening, casting and closing: recusal, one's own ballot, paper, export; and the registers of owners.</content>
public static partial class MeetingsApi
{
    private static void Votes(DoorGroup meetings)
    {
        meetings.MapPost("/{id:guid}/items/{itemId:guid}/recusals", RecuseFromItem.Handle).ForMembers().WithName("RecuseFromItem").WithSummary("Stay out of an item's votes, or declare an interest; staff write down what others said");
        meetings.MapPost("/{id:guid}/items/{itemId:guid}/recusals/{recusalId:guid}/lift", LiftRecusal.Handle).For(Rights.Conveners).WithName("LiftRecusal").WithSummary("A recusal holds no longer; before its item is voted on");
        meetings.MapGet("/{id:guid}/votes/{voteId:guid}/ballot", GetMyBallot.Handle).ForMembers().WithName("GetMyBallot").WithSummary("A vote as the caller has it before them, and what they said until now");
        meetings.MapPost("/{id:guid}/votes/{voteId:guid}/find-ballot", FindBallot.Handle).ForMembers().WithName("FindBallot").WithSummary("A secret ballot, found by its receipt");
        meetings.MapGet("/{id:guid}/votes/{voteId:guid}/export", ExportBallots.Handle).For(Rights.Readers).WithName("ExportBallots").WithSummary("The ballots as an Excel file; put on record").Produces(200, contentType: Spreadsheets.MediaType);
        meetings.MapGet("/{id:guid}/votes/{voteId:guid}/owners", ListVotingOwners.Handle).For(Rights.Readers).WithName("ListVotingOwners").WithSummary("The owners of an owners' vote, and how each voted");
        meetings.MapGet("/{id:guid}/votes/{voteId:guid}/papers", ListPapers.Handle).For(Rights.Conveners).WithName("ListPapers").WithSummary("Paper ballots, and where two entries of one differ");
        meetings.MapPost("/{id:guid}/votes/{voteId:guid}/papers", EnterPaperBallot.Handle).For(Rights.Conveners).WithName("EnterPaperBallot").WithSummary("Type in a paper ballot; the second person who reads the same makes it count");
        meetings.MapPost("/{id:guid}/votes/{voteId:guid}/papers/{paperId:guid}/decide", EnterPaperBallot.Decide).For(Rights.Conveners).WithName("DecidePaperBallot").WithSummary("Count a paper although its owner voted online, or set it aside, with the reason");
        meetings.MapPost("/{id:guid}/votes/{voteId:guid}/paper-voters", GivePaperBallot.Handle).For(Rights.Conveners).WithName("GivePaperBallot").WithSummary("Give somebody present a sheet of paper for a secret vote");
        meetings.MapGet("/my-votes", MyVotes.Handle).ForMembers().WithName("MyVotes").WithSummary("Owners' votes that the caller may take part in, newest first");
    }

    private static void Registers(DoorGroup registers, DoorGroup owners)
    {
        registers.MapGet("/", ShowRegisters.List).For(Rights.Keepers).WithName("ListRegisters").WithSummary("Registers of owners, newest first");
        registers.MapGet("/template", AdoptRegister.Template).For(Rights.Keepers).WithName("GetRegisterTemplate").WithSummary("An empty sheet for the register of owners").Produces(200, contentType: Spreadsheets.MediaType);
        registers.MapPost("/", StageRegister.Handle).For(Rights.Founders).WithName("StageRegister").WithSummary("Upload a sheet of owners, as Excel or CSV, to look at it row by row")
            .DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(OwnerSheet.BodyAtMost)).WithFormOptions(multipartBodyLengthLimit: OwnerSheet.BodyAtMost);
        registers.MapGet("/{id:guid}", ShowRegisters.Get).For(Rights.Keepers).WithName("GetRegister").WithSummary("One register and its sums");
        registers.MapGet("/{id:guid}/owners", ShowRegisters.Owners).For(Rights.Keepers).WithName("ListOwners").WithSummary("Its owners with their units, phones masked; put on record");
        registers.MapPost("/{id:guid}/adopt", AdoptRegister.Handle).For(Rights.Founders).WithName("AdoptRegister").WithSummary("Open votes with it from now on");
        registers.MapPost("/{id:guid}/discard", AdoptRegister.Discard).For(Rights.Founders).WithName("DiscardRegister").WithSummary("Take nothing of it over, and forget its owners");
        registers.MapPost("/{id:guid}/links", LinkOwner.All).For(Rights.Founders).WithName("LinkOwners").WithSummary("Find the accounts of owners by their phones, 200 at once");

        owners.MapPut("/{ownerId:guid}/account", LinkOwner.Handle).For(Rights.Founders).WithName("LinkOwner").WithSummary("Which account votes for an owner");
        owners.MapDelete("/{ownerId:guid}/account", LinkOwner.Unlink).For(Rights.Founders).WithName("UnlinkOwner").WithSummary("No account votes for an owner any more");
        owners.MapGet("/{ownerId:guid}/phone", ReadOwnerPhone.Handle).For(Rights.Founders).WithName("ReadOwnerPhone").WithSummary("An owner's phone in full; put on record");
    }
}
