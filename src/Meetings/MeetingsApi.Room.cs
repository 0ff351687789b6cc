using Platform.Kernel.Doors;
using Platform.Kernel.Http;
using Platform.Meetings.Features;

namespace Platform.Meetings;

/// <content>The doors of the room's record: who chairs, who speaks, what was said; the minutes' way to the board; rules kept or not.</content>
public static partial class MeetingsApi
{
    private static void Record(DoorGroup meetings)
    {
        meetings.MapPut("/{id:guid}/officers", NameOfficers.Handle).For(Rights.Conveners).WithName("NameOfficers").WithSummary("Who chairs and who keeps the minutes");
        meetings.MapPost("/{id:guid}/guests", KeepGuests.Welcome).For(Rights.Conveners).WithName("WelcomeGuest").WithSummary("Somebody came without a seat");
        meetings.MapPost("/{id:guid}/guests/{guestId:guid}/take-back", KeepGuests.TakeBack).For(Rights.Conveners).WithName("TakeBackGuest").WithSummary("A guest was typed in by mistake");
        meetings.MapPost("/{id:guid}/check-ins/{personId:guid}/take-back", CheckOutPerson.Handle).For(Rights.Conveners).WithName("CheckOutPerson").WithSummary("Somebody was checked in by mistake");

        meetings.MapGet("/{id:guid}/speakers", ListSpeakers.Handle).ForMembers().WithName("ListSpeakers").WithSummary("Who has the floor, how long already, and who comes next");
        meetings.MapPost("/{id:guid}/speakers", TakeTheFloor.Ask).ForMembers().WithName("AskForTheFloor").WithSummary("Raise one's hand; staff put others on the list");
        meetings.MapPost("/{id:guid}/speakers/{turnId:guid}/give", TakeTheFloor.Give).For(Rights.Conveners).WithName("GiveTheFloor").WithSummary("Somebody begins to speak; whoever spoke has spoken");
        meetings.MapPost("/{id:guid}/speakers/{turnId:guid}/end", TakeTheFloor.End).For(Rights.Conveners).WithName("EndTurn").WithSummary("Somebody has spoken");
        meetings.MapPost("/{id:guid}/speakers/{turnId:guid}/withdraw", TakeTheFloor.Withdraw).ForMembers().WithName("WithdrawTurn").WithSummary("A hand goes down: one's own, or by staff anybody's");

        meetings.MapGet("/{id:guid}/points", RecordPoint.List).ForMembers().WithName("ListPoints").WithSummary("What was said for and against, for those of the room").Whole("a meeting's points stand beside its agenda, all of them");
        meetings.MapPost("/{id:guid}/items/{itemId:guid}/points", RecordPoint.Handle).For(Rights.Conveners).WithName("RecordPoint").WithSummary("What somebody said for or against an item");
        meetings.MapPut("/{id:guid}/points/{pointId:guid}", RecordPoint.Correct).For(Rights.Conveners).WithName("CorrectPoint").WithSummary("Put a point right");
        meetings.MapPost("/{id:guid}/points/{pointId:guid}/strike", RecordPoint.Strike).For(Rights.Conveners).WithName("StrikePoint").WithSummary("A point was typed in by mistake");
    }

    private static void Papers(DoorGroup meetings)
    {
        meetings.MapGet("/{id:guid}/minutes/proposal", GetMinutesPaper.Propose).For(Rights.Conveners).WithName("ProposeMinutes").WithSummary("What the record says, as the draft's first words");
        meetings.MapGet("/{id:guid}/minutes/word", GetMinutesPaper.Word).ForMembers().WithName("GetMinutesWord").WithSummary("The minutes as a Word document; the draft for those who convene there");
        meetings.MapPost("/{id:guid}/minutes/hand-in", ReviewMinutes.HandIn).For(Rights.Conveners).WithName("HandInMinutes").WithSummary("The draft is done: somebody else reads it over");
        meetings.MapPost("/{id:guid}/minutes/approve", ReviewMinutes.Approve).For(Rights.Conveners).WithName("ApproveMinutes").WithSummary("Approve the minutes, as another person than who wrote them");
        meetings.MapPost("/{id:guid}/minutes/send-back", ReviewMinutes.SendBack).For(Rights.Conveners).WithName("SendMinutesBack").WithSummary("Something is to be put right first");
        meetings.MapPost("/resolutions/{id:guid}/review", ReviewResolution.Handle).For(Rights.Conveners).WithName("ReviewResolution").WithSummary("What the body found when it looked again at what came of a resolution");
        meetings.MapGet("/issues/{issueId:guid}/agendas", TraceIssue.Handle).ForMembers().WithName("TraceIssue").WithSummary("Every agenda that an issue has been on, level by level").Whole("an issue comes on a handful of agendas");
        meetings.MapGet("/breaches", ListBreaches.Handle).For(Rights.Readers).WithName("ListBreaches").WithSummary("Rules that were not kept, with the reason where there is one");
        meetings.MapGet("/breaches/numbers", ListBreaches.Count).For(Rights.Readers).WithName("CountBreaches").WithSummary("How many meetings kept every rule, and breaches by rule");
    }

    private static void PublicPapers(DoorGroup street)
    {
        street.MapGet("/meetings/{id:guid}/minutes/word", GetMinutesPaper.PublicWord).ForAnyone().WithName("GetPublicMinutesWord").WithSummary("Published minutes as a Word document, without names");
        street.MapGet("/bodies", ShowPublicBodies.List).ForAnyone().WithName("ListPublicBodies").WithSummary("The street's bodies");
        street.MapGet("/bodies/{id:guid}", ShowPublicBodies.Handle).ForAnyone().WithName("GetPublicBody").WithSummary("A body and every version of the rules it deliberates by");
    }
}
